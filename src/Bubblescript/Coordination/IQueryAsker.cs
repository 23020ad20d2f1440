using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>Who waits for the reply to a query: a process or the host.</summary>
internal interface IQueryAsker
{
    /// <summary>Takes back a watch that has come up and gives the query that waits; null when none does or another watch looks after it.</summary>
    PendingQuery? EndWatch(QueryWatch watch);

    /// <summary>Takes a watch that is set again for a query that is not due yet; false when another one looks after it by now.</summary>
    bool TryKeepWatch(QueryWatch watch);

    /// <summary>Gives the answer to a call, or the message of a runtime error.</summary>
    void Answer(string callId, Value result, string? error = null);
}
