using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>An <c>ask</c> (language reference, section 7.2).</summary>
/// <param name="Expecting">The evaluated items; nil accepts every message.</param>
/// <param name="TimerId">The ask's timer, or null.</param>
internal sealed record AskWait(Value Expecting, string? TimerId) : WaitState;
