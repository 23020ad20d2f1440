namespace Bubblescript.Cli.Tests;

/// <summary>A case that can be run.</summary>
/// <param name="Path">The file or bot it comes from.</param>
/// <param name="Name">Its name.</param>
/// <param name="RunAsync">Runs it.</param>
internal sealed record TestItem(string Path, string Name, Func<CancellationToken, Task<TestOutcome>> RunAsync);
