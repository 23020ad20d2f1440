using System.Collections.Frozen;
using Bubblescript.Interpretation;

namespace Bubblescript.Coordination;

/// <summary>Hands the requests of scripts to the handlers of their kind and brings the answers back.</summary>
internal sealed class ExternalCalls(IEnumerable<IExternalCallHandler> handlers, IdleTracker idle, CancellationToken stopping) : IDisposable
{
    private readonly FrozenDictionary<string, IExternalCallHandler> _handlers =
        handlers.ToFrozenDictionary(static handler => handler.Kind, StringComparer.Ordinal);

    /// <summary>Starts a call; the process gets its answer as an input.</summary>
    public void Begin(HostedProcess process, PendingCall call, bool isRepeated)
    {
        if (!_handlers.TryGetValue(call.Request.Kind, out IExternalCallHandler? handler))
        {
            process.Answer(call.Id, default, $"calls of the kind '{call.Request.Kind}' are not allowed by this host");
            return;
        }

        idle.Enter();
        _ = RunAsync(process, handler, call, isRepeated);
    }

    public void Dispose()
    {
        foreach (IDisposable handler in _handlers.Values.OfType<IDisposable>())
        {
            handler.Dispose();
        }
    }

    private async Task RunAsync(HostedProcess process, IExternalCallHandler handler, PendingCall call, bool isRepeated)
    {
        try
        {
            // A handler that begins with work of its own must not hold up the turns of others.
            await Task.Yield();
            ExternalAnswer answer = await handler.AnswerAsync(new ExternalCall(process.Address, call.Request.Payload, isRepeated), stopping)
                .ConfigureAwait(false);
            process.Answer(call.Id, answer.Result, answer.Error);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The process keeps waiting in its saved form; the next host makes the call again.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever a handler throws is a runtime error of the script that called it, and of no other.
            process.Answer(call.Id, default, exception.Message);
        }
        finally
        {
            idle.Exit();
        }
    }
}
