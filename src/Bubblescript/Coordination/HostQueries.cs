using System.Collections.Concurrent;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>Queries that the host itself asks. They have no process, so their replies go to a made-up address and are not stored.</summary>
internal sealed class HostQueries(ProcessSystem system)
{
    private const string AddressPrefix = "host:query/";

    private readonly ConcurrentDictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);

    public async Task<Value> AskAsync(string to, string name, Value payload, CancellationToken cancellationToken)
    {
        string id = system.Ids.Next();
        long due = (system.Time.GetUtcNow() + system.Options.QueryTimeout).UtcTicks;
        Waiting waiting = new(id, due);
        QueryWatch watch = new(waiting, due);
        _waiting[id] = waiting;
        system.Timers.Add(watch);
        string asker = AddressPrefix + id;
        EventInput question = new(name, payload, Sender: null, EventOrigin.Host, new QueryReference(asker, id));
        if (system.IsLocal(to))
        {
            system.Post(to, new Envelope(question));
        }
        else
        {
            system.Forward(asker, new OutgoingInput(to, question));
        }

        try
        {
            return await waiting.Completion.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
            system.Timers.Remove(watch);
        }
    }

    /// <summary>Whether an address is one that the host asks from.</summary>
    public static bool IsAsker(string address) => address.StartsWith(AddressPrefix, StringComparison.Ordinal);

    /// <summary>Takes a reply if it is to a query of the host.</summary>
    public bool TryReply(string address, AnswerInput answer)
    {
        if (!IsAsker(address))
        {
            return false;
        }

        if (_waiting.TryGetValue(answer.CallId, out Waiting? waiting) && waiting.Query.TryAnswer())
        {
            waiting.Completion.TrySetResult(answer.Result);
        }

        return true;
    }

    private sealed class Waiting : IQueryAsker
    {
        public Waiting(string id, long dueTicks) => Query = new PendingQuery(this, id, dueTicks);

        public PendingQuery Query { get; }

        public TaskCompletionSource<Value> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public PendingQuery? EndWatch(QueryWatch watch) => Query;

        public bool TryKeepWatch(QueryWatch watch) => true;

        public void Answer(string callId, Value result, string? error = null) => Completion.TrySetResult(result);
    }
}
