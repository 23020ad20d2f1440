using System.Collections.Immutable;
using System.Diagnostics;
using Bubblescript.Coordination.Telemetry;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Messages;
using Bubblescript.Storage;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>Turns: one input, one commit.</summary>
internal sealed partial class HostedProcess
{
    private const int RememberedInputs = 100;

    private StoreWait? _store;

    /// <summary>The version of the user's record in the last commit.</summary>
    private long _storedUserVersion;

    private StoreWait Store => _store ??= new StoreWait(this, _system);

    /// <summary>The store has answered: what waited for it goes, so that an idle process does not carry it.</summary>
    private void LeaveStore()
    {
        _store?.Succeed();
        _store = null;
    }

    /// <summary>Works on one envelope; false when the process waits for the store and this run is over.</summary>
    private bool TryHandle(Envelope envelope)
    {
        LoadedProcess loaded = _loaded!;
        if (envelope.Details is { } details)
        {
            TellUser(details);
            _context = details.Context.Count > 0 ? details.Context : _context;
        }

        ProcessInput input = ToInput(envelope, loaded.State);
        if (input.Id is { } id && loaded.InputIds.Contains(id))
        {
            _system.Discard(envelope);
            envelope.Details?.Completion?.TrySetResult();
            return true;
        }

        UserData user = loaded.User?.Data ?? UserData.Empty;
        TurnResult result = _system.Telemetry.IsWatched
            ? RunWatchedTurn(loaded, input, user, envelope.Details?.Sender)
            : RunTurn(loaded, input, user);
        _isActive |= input is not TimerInput;
        ProcessState after = Complete(loaded.State, input, result);
        FinishedTurn finished = new(envelope, result.Effects, Advance(loaded, after, input, result, user), after, result.Time);
        if (_system.IsDurable)
        {
            return TryBeginCommit(finished);
        }

        if (envelope.StoredId is not null)
        {
            _system.Discard(envelope);
        }

        FinishTurn(finished);
        return true;
    }

    private ProcessInput ToInput(Envelope envelope, ProcessState state)
    {
        if (envelope.Kind != EnvelopeKind.Open)
        {
            return envelope.Input!;
        }

        if (state.Status == ProcessStatus.Live)
        {
            return new ConnectInput(envelope.Details!.ConnectPayload);
        }

        string name = state.Identity.Name;
        return new OpenInput(_context, ProcessAddress.IsGroup(name) ? name : null);
    }

    private TurnResult RunWatchedTurn(LoadedProcess loaded, ProcessInput input, UserData user, Activity? sender)
    {
        using TurnWatch watch = _system.Telemetry.BeginTurn(loaded.State.Identity, input, sender);
        TurnResult result = RunTurn(loaded, input, user);
        watch.Note(result.Effects);
        return result;
    }

    private TurnResult RunTurn(LoadedProcess loaded, ProcessInput input, UserData user)
    {
        TurnEnvironment environment = new()
        {
            Settings = _system.TurnSettings,
            User = user.Fields,
            RememberedUser = user.Remembered,
            RememberedVariables = loaded.RememberedVariables,
            OpeningVariables = _context,
        };
        try
        {
            return _system.RunTurn(_system.Workspace, loaded.State, input, environment);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A fault of the library must not take other processes, or this one, with it: the input is used up and the state stays as it was.
            _system.Publish(new HostFault(Address, $"A fault of the library ended a turn: {exception.Message} The input was dropped.", exception));
            return new TurnResult(GiveUp(loaded.State, input), []);
        }
    }

    /// <summary>A timer or an answer whose turn failed must not come again.</summary>
    private static ProcessState GiveUp(ProcessState state, ProcessInput input) => input switch
    {
        TimerInput timer => state with { Timers = state.Timers.RemoveAll(pending => string.Equals(pending.Id, timer.TimerId, StringComparison.Ordinal)) },
        AnswerInput => state.WithoutCall(),
        _ => state,
    };

    /// <summary>The state of a turn, without what ends with its input.</summary>
    private ProcessState Complete(ProcessState before, ProcessInput input, in TurnResult result)
    {
        ProcessState after = result.State;
        if (after.IsAsleep && !before.IsAsleep)
        {
            // The process ends here; what picks the conversation up again begins with the tasks __init__.
            after = after with { IsInitialized = false };
            _isPassivationDue = true;
        }

        return input is TimerInput timer ? WithoutTimer(before, after, timer.TimerId) : after;
    }

    /// <summary>What a turn has changed besides the state.</summary>
    private LoadedProcess Advance(LoadedProcess loaded, ProcessState after, ProcessInput input, in TurnResult result, UserData read)
    {
        ChangeUser(loaded, after, new UserTurn(read, result.User, result.RememberedUser));
        ImmutableArray<string> ids = loaded.InputIds;
        if (input.Id is { } id)
        {
            ids = ids.Length < RememberedInputs ? ids.Add(id) : [.. ids.AsSpan()[1..], id];
        }

        return ids == loaded.InputIds && result.RememberedVariables is null
            ? loaded
            : loaded with { RememberedVariables = result.RememberedVariables ?? loaded.RememberedVariables, InputIds = ids };
    }

    /// <summary>A timer that has fired is gone, whatever its turn did; else it would fire for ever.</summary>
    private static ProcessState WithoutTimer(ProcessState before, ProcessState after, string id)
    {
        foreach (ProcessTimer pending in after.Timers)
        {
            if (string.Equals(pending.Id, id, StringComparison.Ordinal) && before.Timers.Contains(pending))
            {
                return after with { Timers = after.Timers.Remove(pending) };
            }
        }

        return after;
    }

    private void TellUser(EnvelopeDetails details)
    {
        if (details.User.Count > 0)
        {
            _loaded!.User?.Change(details.User, static (data, told) => data.WithProfile(told));
        }
    }

    private void ChangeUser(LoadedProcess loaded, ProcessState after, in UserTurn turn)
    {
        if (loaded.User is not { } user)
        {
            return;
        }

        bool hasSession = after.Status == ProcessStatus.Live && !after.IsAsleep;
        bool isSessionChanged = hasSession != turn.Read.Sessions.Contains(Address);
        if (turn.Written is null && turn.Remembered is null && !isSessionChanged)
        {
            return;
        }

        bool isTimeout = after.IsAsleep && !loaded.State.IsAsleep;
        user.Change((turn, Address, hasSession, isTimeout), static (data, change) =>
        {
            UserTurn made = change.turn;
            UserData changed = data;
            if (made.Written is { } written)
            {
                changed = changed with { Fields = UserData.Merge(changed.Fields, made.Read.Fields, written) };
            }

            if (made.Remembered is { } remembered)
            {
                changed = changed with { Remembered = UserData.Merge(changed.Remembered, made.Read.Remembered, remembered) };
            }

            return change.hasSession ? changed.WithSession(change.Address) : changed.WithoutSession(change.Address, change.isTimeout);
        });
    }

    private bool TryBeginCommit(FinishedTurn finished)
    {
        LoadedProcess loaded = finished.Loaded with { State = finished.State, Version = finished.Loaded.Version + 1 };
        finished = finished with { Loaded = loaded, Outgoing = RouteAll(finished.Effects, loaded) };
        StoreWait store = Store;
        store.Turn = finished;
        store.Commit = _system.Commits.Build(finished, _storedUserVersion);
        _stage = ProcessStage.Committing;
        return TryCommit(store);
    }

    /// <summary>
    /// Hands the commit to the store. False when it has to be waited for: then another thread may be running the process already, and this one must not
    /// touch it any more.
    /// </summary>
    private bool TryCommit(StoreWait store)
    {
        ValueTask task = _system.Commits.StoreAsync(store.Commit!);
        store.Committing = task;
        if (task.IsCompleted)
        {
            return TryFinishCommit();
        }

        store.WaitFor(task);
        return false;
    }

    /// <summary>Goes on when the store has answered, or tries again; false when it has to be waited for.</summary>
    private bool TryFinishCommit()
    {
        StoreWait store = Store;
        if (store.IsRetryDue)
        {
            store.IsRetryDue = false;
            return TryCommit(store);
        }

        ValueTask task = store.Committing;
        store.Committing = default;
        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (StoreConflictException conflict)
        {
            Abandon(store, conflict);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever a store throws, the conversation waits and tries again: going on without the commit would lose or repeat something.
            store.IsRetryDue = true;
            store.WaitAfter(exception);
            return false;
        }

        _storedUserVersion = store.Commit!.User?.Version ?? _storedUserVersion;
        FinishedTurn finished = store.Turn;
        LeaveStore();
        FinishTurn(finished);
        return true;
    }

    /// <summary>Tells whoever waits for a turn that was not stored when the host stopped; a stored input comes again, and nothing of the turn has left.</summary>
    public void FailCommit() => _store?.Turn.Envelope?.Details?.Completion?.TrySetException(
        new InvalidOperationException("The host was stopped before it could store the turn; send the input again."));

    /// <summary>Another host has the process: what this one knows of it is out of date and is loaded again.</summary>
    private void Abandon(StoreWait store, StoreConflictException conflict)
    {
        Envelope envelope = store.Turn.Envelope;
        LeaveGate();
        LeaveStore();
        _storedUserVersion = 0;
        if (_loaded?.User is { } user)
        {
            _system.Users.Release(user);
        }

        Volatile.Write(ref _loaded, null);
        _stage = ProcessStage.Unloaded;
        _system.Publish(new HostFault(Address, conflict.Message, conflict));
        envelope.Details?.Completion?.TrySetException(conflict);
    }

    private void FinishTurn(in FinishedTurn finished)
    {
        _stage = ProcessStage.Ready;
        ProcessState state = finished.State;
        if (state.Status == ProcessStatus.Live)
        {
            _context = MapValue.Empty;
        }

        if (_armedTicks == long.MaxValue || _loaded?.State.Timers != state.Timers)
        {
            ArmTimers(state);
        }

        finished.Loaded.State = state;
        Volatile.Write(ref _loaded, finished.Loaded);
        Release(finished);
        finished.Envelope.Details?.Completion?.TrySetResult();
    }
}
