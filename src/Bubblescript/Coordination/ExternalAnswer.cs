using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>The answer to a request: a normalised value, or the message of a runtime error.</summary>
internal readonly record struct ExternalAnswer(Value Result, string? Error = null);
