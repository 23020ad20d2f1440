using System.Collections.Concurrent;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>Queries that the host itself asks. They have no process, so their replies go to a made-up address and are not stored.</summary>
internal sealed class HostQueries(ProcessSystem system)
{
    private const string AddressPrefix = "host:query/";

    private readonly ConcurrentDictionary<string, TaskCompletionSource<Value>> _waiting = new(StringComparer.Ordinal);

    public async Task<Value> AskAsync(string to, string name, Value payload, CancellationToken cancellationToken)
    {
        string id = system.Ids.Next();
        string asker = AddressPrefix + id;
        TaskCompletionSource<Value> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = reply;
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
            return await reply.Task.WaitAsync(system.Options.QueryTimeout, system.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return Value.FromAtom(Atom.Timeout);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
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

        if (_waiting.TryGetValue(answer.CallId, out TaskCompletionSource<Value>? waiting))
        {
            waiting.TrySetResult(answer.Result);
        }

        return true;
    }
}
