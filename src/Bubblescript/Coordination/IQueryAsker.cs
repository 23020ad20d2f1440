using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>
/// Who waits for the reply to a query. The clock watches over an asker, not over each of its queries: most of them are answered long before it looks, and
/// setting a clock for each would cost more than they do.
/// </summary>
internal interface IQueryAsker
{
    /// <summary>Ends a watch that has come up and gives the query that waits; null when none does or another watch looks after it.</summary>
    /// <param name="dueTicks">When the watch was due.</param>
    PendingQuery? EndWatch(long dueTicks);

    /// <summary>Begins a watch again for a query that was asked after the last one began; false when another watch has begun by now.</summary>
    bool TryBeginWatch(long dueTicks);

    /// <summary>Gives the answer to a call, or the message of a runtime error.</summary>
    void Answer(string callId, Value result, string? error = null);
}
