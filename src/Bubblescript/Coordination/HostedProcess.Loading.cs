using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Storage;

namespace Bubblescript.Coordination;

/// <summary>Coming into memory and leaving it.</summary>
internal sealed partial class HostedProcess
{
    private LoadOutcome TryLoad()
    {
        Drain();
        Task<LoadedProcess?> loading;
        if (_stage == ProcessStage.Loading)
        {
            loading = Store.Loading!;
            Store.Loading = null;
        }
        else
        {
            ValueTask<LoadedProcess?> load = _system.Loader.LoadAsync(Address, FindCreator(), _system.Stopping);
            if (load.IsCompletedSuccessfully)
            {
                return Arrive(load.Result);
            }

            loading = load.AsTask();
            if (!loading.IsCompleted)
            {
                _stage = ProcessStage.Loading;
                Store.WaitFor(loading);
                return LoadOutcome.Waits;
            }
        }

        _stage = ProcessStage.Unloaded;
        return loading.IsCompletedSuccessfully ? Arrive(loading.Result) : HandleLoadFailure(loading);
    }

    private LoadOutcome Arrive(LoadedProcess? loaded)
    {
        if (loaded is null)
        {
            // Somebody may have asked for the process to be created while it was looked for.
            return FindCreator() is null ? Vanish("there is no such process", refusal: null) : LoadOutcome.Again;
        }

        Begin(loaded);
        return LoadOutcome.Ready;
    }

    private LoadOutcome HandleLoadFailure(Task<LoadedProcess?> task)
    {
        Exception failure = task.Exception?.InnerException ?? new OperationCanceledException("The host stops.");
        if (failure is StoreException)
        {
            Store.WaitAfter(failure);
            return LoadOutcome.Waits;
        }

        if (failure is not OperationCanceledException)
        {
            _system.Publish(new HostFault(Address, failure.Message, failure));
        }

        return Vanish(failure.Message, failure);
    }

    private string? FindCreator()
    {
        for (Envelope? envelope = _first; envelope is not null; envelope = envelope.Next)
        {
            if (envelope.CreatorBotId is { } botId)
            {
                return botId;
            }
        }

        return null;
    }

    private void Begin(LoadedProcess loaded)
    {
        ProcessState state = loaded.State;
        if (state.Identity.Kind == ProcessKind.Master)
        {
            // The tasks __init__ of a master run whenever its host starts.
            loaded = loaded with { State = state with { IsInitialized = false } };
        }

        _stage = ProcessStage.Ready;
        _isActive = true;
        Volatile.Write(ref _loaded, loaded);
        LeaveStore();
        WelcomeWaiting();
        ArmTimers(state);
        if (state.Identity.Kind == ProcessKind.Conversation && ProcessAddress.IsGroup(state.Identity.Name))
        {
            _system.StartGroup(state.Identity.Name, state.Identity.BotId, new OpenInput(Values.MapValue.Empty), storedId: null);
        }

        if (state.PendingCall is { } call)
        {
            BeginCall(call, isRepeated: true);
        }
    }

    /// <summary>Completes those who only wanted the process to be in memory.</summary>
    private void WelcomeWaiting()
    {
        Envelope? waiting = _first;
        _first = null;
        _last = null;
        Volatile.Write(ref _waiting, 0);
        while (waiting is not null)
        {
            Envelope? next = waiting.Next;
            waiting.Next = null;
            Sort(waiting);
            waiting = next;
        }
    }

    private void Welcome(Envelope envelope)
    {
        if (envelope.Details is { } details)
        {
            if (details.Context.Count > 0)
            {
                _context = details.Context;
            }

            TellUser(details);
            details.Completion?.TrySetResult();
        }
    }

    /// <summary>Drops what waits for a process that cannot be loaded, and leaves the memory.</summary>
    private LoadOutcome Vanish(string reason, Exception? refusal)
    {
        do
        {
            Drain();
            while (_first is { } envelope)
            {
                _first = envelope.Next;
                _system.Refuse(Address, envelope, reason, refusal);
            }

            _last = null;
            DropAnswers();
            Volatile.Write(ref _waiting, 0);
        }
        while (Interlocked.CompareExchange(ref _incoming, Closed, comparand: null) is not null);

        _system.Remove(this);
        return LoadOutcome.Gone;
    }

    /// <summary>Leaves the memory if nothing is under way; the next input brings the process back.</summary>
    private bool TryPassivate()
    {
        LoadedProcess loaded = _loaded!;
        bool isBusy = _first is not null || loaded.State.PendingCall is not null || _dueTimers is not null;
        if (isBusy || loaded.State.Identity.Kind == ProcessKind.Master || Volatile.Read(ref _incoming) is not null)
        {
            return false;
        }

        if (_system.StoreIdle(loaded) is not { } stored)
        {
            return false;
        }

        // A copy, as what the store has must not change if an input keeps the process in memory.
        Volatile.Write(ref _loaded, stored with { });

        if (Interlocked.CompareExchange(ref _incoming, Closed, comparand: null) is not null)
        {
            return false;
        }

        _system.Remove(this);
        if (loaded.User is { } user)
        {
            _system.Users.Release(user);
        }

        return true;
    }

    /// <summary>What the host has to store when it stops: inputs that nobody has worked on.</summary>
    public IEnumerable<Envelope> TakeLeftovers()
    {
        Drain();
        while (_answers is { } answer)
        {
            _answers = answer.Next;
            yield return answer;
        }

        while (_first is { } envelope)
        {
            _first = envelope.Next;
            yield return envelope;
        }

        _last = null;
    }
}
