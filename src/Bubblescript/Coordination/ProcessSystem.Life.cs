using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Storage;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>Starting, sweeping and stopping.</summary>
internal sealed partial class ProcessSystem : IAsyncDisposable
{
    private ITimer? _sweep;
    private bool _isAccepting;

    /// <summary>Whether hosts may send inputs.</summary>
    public bool IsAccepting => Volatile.Read(ref _isAccepting);

    /// <summary>Takes up what the store holds: inputs that wait, timers, the masters.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _store.OpenAsync(cancellationToken).ConfigureAwait(false);

        // Nothing runs, and the host does not count as idle, before all of it is there.
        Idle.Enter();
        ITurnScheduler scheduler = Turns;
        HeldTurns held = new(scheduler);
        Turns = held;
        bool isComplete = false;
        try
        {
            await HandOutAsync(cancellationToken).ConfigureAwait(false);
            Timers.Start();
            Volatile.Write(ref _isAccepting, true);
            _sweep = Time.CreateTimer(
                static state => ((ProcessSystem)state!).Sweep(), this, Options.PassivateAfter, Timeout.InfiniteTimeSpan);
            isComplete = true;
        }
        finally
        {
            Turns = scheduler;
            if (isComplete)
            {
                held.Release();
            }
            else
            {
                // A part of what waits must not run; the next start hands all of it out again.
                _processes.Clear();
            }

            Idle.Exit();
        }
    }

    private async Task HandOutAsync(CancellationToken cancellationToken)
    {
        foreach ((string address, string botId) in Directory.Masters)
        {
            if (IsLocal(address))
            {
                Post(address, new RegisteredEnvelope(new OpenInput(MapValue.Empty)) { Creator = botId });
            }
        }

        await foreach (StoredInput input in _store.ReadInputsAsync(cancellationToken).ConfigureAwait(false))
        {
            Redeliver(input);
        }

        await foreach (DueProcess due in _store.ReadDueAsync(cancellationToken).ConfigureAwait(false))
        {
            Timers.Add(due.Address, due.Due.UtcTicks);
        }
    }

    /// <summary>Ends the turns that run and stores what is not stored yet.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _isAccepting, false);
        Timers.Stop();
        if (_sweep is { } sweep)
        {
            await sweep.DisposeAsync().ConfigureAwait(false);
        }

        await WaitForIdleAsync(cancellationToken).ConfigureAwait(false);
        _isStopping = true;
        await _stopping.CancelAsync().ConfigureAwait(false);
        await WaitForIdleAsync(cancellationToken).ConfigureAwait(false);
        if (_memory is not null)
        {
            foreach (HostedProcess process in _processes.Values)
            {
                await HandOverAsync(process).ConfigureAwait(false);
            }
        }

        FailWaiting();
        _events.Complete();
    }

    /// <summary>Stores a process that leaves the memory, where its turns have not been stored; null when the store refuses.</summary>
    public LoadedProcess? StoreIdle(LoadedProcess loaded)
    {
        if (_memory is null || loaded.State.Status == ProcessStatus.New)
        {
            return loaded;
        }

        loaded = loaded with { Version = loaded.Version + 1 };
        try
        {
            // The store in memory answers at once.
            _memory.CommitAsync(Commits.Build(loaded, Time.GetUtcNow())).GetAwaiter().GetResult();
            return loaded;
        }
        catch (StoreConflictException conflict)
        {
            Publish(new HostFault(loaded.State.Identity.Address, conflict.Message, conflict));
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Timers.Dispose();
        if (_sweep is { } sweep)
        {
            await sweep.DisposeAsync().ConfigureAwait(false);
        }

        Calls.Dispose();
        Telemetry.Dispose();
        _stopping.Dispose();
    }

    private void Redeliver(StoredInput stored)
    {
        try
        {
            SavedInput saved = InputSerializer.Read(stored.Document.Utf8Json);
            ProcessInput input = saved.Input;
            OutgoingInput outgoing = new(stored.To, input) { StoredId = stored.Id, CreatorBotId = saved.CreatorBotId };
            if (!IsLocal(stored.To))
            {
                Forward((input as EventInput)?.Sender ?? "", outgoing);
            }
            else
            {
                EnvelopeDetails? details = saved.Action is { } action ? new EnvelopeDetails { Action = action } : null;
                Post(stored.To, new RegisteredEnvelope(input) { RegisteredId = stored.Id, Creator = saved.CreatorBotId, Annex = details });
            }
        }
        catch (StateFormatException exception)
        {
            Publish(new HostFault(stored.To, $"The stored input '{stored.Id}' cannot be read and was left in the store. {exception.Message}", exception));
        }
    }

    private async Task WaitForIdleAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Idle.WhenIdleAsync(cancellationToken).WaitAsync(Options.StopTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Turns that still run then end at their next input; their processes are stored as of their last commit.
        }
    }

    private async Task HandOverAsync(HostedProcess process)
    {
        if (process.Loaded is { } loaded)
        {
            StoreIdle(loaded);
        }

        foreach (Envelope left in process.TakeLeftovers())
        {
            if (left is { Kind: EnvelopeKind.Input, Input: { } input })
            {
                string id = left.StoredId ?? Ids.Next();
                StateDocument document = new(InputSerializer.Write(new SavedInput(input, left.CreatorBotId, left.Details?.Action)));
                await _memory!.AcceptAsync(new StoredInput(id, process.Address, document), CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private void FailWaiting()
    {
        foreach (HostedProcess process in _processes.Values)
        {
            process.FailCommit();
            foreach (Envelope left in process.TakeLeftovers())
            {
                left.Details?.Completion?.TrySetException(new InvalidOperationException("The host was stopped before it took the input."));
            }
        }
    }

    /// <summary>Asks processes that have been idle since the last sweep to leave the memory.</summary>
    private void Sweep()
    {
        if (_isStopping)
        {
            return;
        }

        _events.Sweep();
        foreach (HostedProcess process in _processes.Values)
        {
            if (process.State is not null && !process.TakeActivity())
            {
                process.TryPost(new Envelope(EnvelopeKind.Passivate, input: null));
            }
        }

        try
        {
            _sweep?.Change(Options.PassivateAfter, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The host was stopped while the sweep ran.
        }
    }
}
