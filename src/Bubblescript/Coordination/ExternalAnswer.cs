using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>The answer to a request of a script.</summary>
/// <param name="Result">The value of the call.</param>
/// <param name="Error">A message that makes the call a runtime error instead, or null.</param>
internal sealed record ExternalAnswer(Value Result, string? Error = null)
{
    /// <summary>An answer that is a runtime error.</summary>
    public static ExternalAnswer Fail(string message) => new(default, message);
}
