using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>Who waits for the reply to a query: a process or the host.</summary>
internal interface IQueryAsker
{
    /// <summary>Gives the answer to a call, or the message of a runtime error.</summary>
    void Answer(string callId, Value result, string? error = null);
}
