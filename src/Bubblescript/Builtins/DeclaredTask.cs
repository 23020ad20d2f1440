using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>A declared task as a tool for language models (language reference, section 9).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="InputSchema">The schema of its arguments; nil when it takes anything.</param>
internal sealed record DeclaredTask(string Name, string Description, Value InputSchema);
