using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>An <c>ask</c> (language reference, section 7.2).</summary>
/// <param name="Expecting">The evaluated items; nil accepts every message.</param>
/// <param name="TimerId">The ask's timer, or null.</param>
internal sealed record AskWait(Value Expecting, string? TimerId) : WaitState
{
    private static readonly AskWait Plain = new(default, TimerId: null);

    /// <summary>A wait for an answer; all questions that take everything and have all the time of the world share one.</summary>
    public static AskWait For(Value expecting, string? timerId) => expecting.IsNil && timerId is null ? Plain : new AskWait(expecting, timerId);
}
