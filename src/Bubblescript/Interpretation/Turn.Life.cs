using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bubblescript.Binding;
using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>From a state to the next one.</summary>
internal sealed partial class Turn
{
    /// <summary>Takes up the state of a process.</summary>
    public void Begin(ProcessState state, in TurnEnvironment environment)
    {
        _initial = state;
        _state = state.Copy();
        _environment = environment;
        _shared = new SharedVariables(state.Shared);
        Mocks = environment.Settings.Mocks;
        Query = state.Query;
        foreach (BotState bot in state.Bots.AsSpan())
        {
            Bots.Add(Restore(Bots.Count == 0 ? _bottom : new BotRun(this), bot));
        }

        if (Bots.Count > 0)
        {
            Activate(Bots[^1]);
        }
        else
        {
            _locale = LocaleContext.Of(state.Locale, state.Locale);
        }
    }

    /// <summary>Forgets the process, so that nothing of it shows in the next turn or stays in memory.</summary>
    public void End()
    {
        _initial = null!;
        _state = null!;
        _environment = default;
        _time = null;
        _shared = new SharedVariables([]);
        _writtenUser = null;
        _rememberedUser = null;
        _rememberedVariables = null;
        _conversation = default;
        Mocks = null;
        Locals = [];
        Variables = [];
        Query = null;
        PendingCall = null;
        Failure = default;
        Current = null!;
        Bots.Clear();
        _bottom.End();
        Effects.Clear();
        Utterances.Forget();
        EndAccounts();
    }

    private void EndAccounts()
    {
        StatementTime = null;
        CallDepth = 0;
        TaskDepth = 0;
        _firstReading = 0;
        _nextReading = StepsBeforeFirstReading;
        _steps = 0;
        _hasRenewedSteps = false;
        _effectsBeforeRenewal = 0;
        _answerIndex = 0;
    }

    private TurnResult ToResult() => new(ToState(), [.. Effects])
    {
        Time = _time,
        User = _writtenUser,
        RememberedUser = _rememberedUser,
        RememberedVariables = _rememberedVariables,
    };

    private ProcessState ToState()
    {
        _state.Bots = BotStates();
        _state.Shared = _shared.ToImmutable();
        _state.Extras = ProcessExtras.Of(FormerBots, PendingCall, Query, Deferred);
        return _state;
    }

    private ImmutableArray<BotState> BotStates()
    {
        BotState[] states = new BotState[Bots.Count];
        for (int i = 0; i < states.Length; i++)
        {
            states[i] = Bots[i].ToState();
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(states);
    }

    private BotRun Restore(BotRun run, BotState state)
    {
        Bot bot = Workspace.Find(state.BotId) ?? throw new InvalidOperationException($"The workspace has no bot '{state.BotId}'.");
        run.Begin(bot, ProgramOf(bot), state);
        return run;
    }

    private ScriptProgram ProgramOf(Bot bot) => Identity.Kind switch
    {
        ProcessKind.Conversation => bot.Main,
        ProcessKind.Master => bot.Master ?? bot.Main,
        _ => bot.Group ?? bot.Main,
    };
}
