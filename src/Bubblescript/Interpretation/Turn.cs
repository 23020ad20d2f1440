using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Bubblescript.Binding;
using Bubblescript.Builtins;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>
/// One turn: the working copy of a process's state, the effects so far, and what expressions may ask of the process. It lives for one call of
/// <see cref="Interpreter.Run"/>.
/// </summary>
internal sealed partial class Turn : EvaluationContext
{
    private const int StepsBeforeFirstReading = 16;
    private const int StepsBetweenReadings = 256;

    private readonly ProcessState _initial;

    /// <summary>When the clock was first read for the limit of time; most turns are over before that.</summary>
    private long _firstReading;
    private int _nextReading = StepsBeforeFirstReading;
    private SharedVariables _shared;
    private LocaleContext _locale;
    private Value _user;
    private bool _userChanged;
    private int _steps;
    private bool _hasRenewedSteps;
    private int _effectsBeforeRenewal;
    private int _answerIndex;

    public Turn(Workspace workspace, ProcessState state, TurnEnvironment environment)
    {
        Workspace = workspace;
        Environment = environment;
        _initial = state;
        _shared = new SharedVariables(state.Shared);
        _user = environment.User;
        Mocks = environment.Settings.Mocks;
        RememberedUser = environment.RememberedUser;
        RememberedVariables = environment.RememberedVariables;
        Identity = state.Identity;
        Status = state.Status;
        IsAsleep = state.IsAsleep;
        IsInitialized = state.IsInitialized;
        OpenedAt = state.OpenedAt;
        FormerBots = state.FormerBots;
        ConversationLocale = state.Locale;
        Tags = state.Tags;
        LastUserUtterances = state.LastUserUtterances;
        LastBotUtterances = state.LastBotUtterances;
        LastAction = state.LastAction;
        Timers = state.Timers;
        LastNumber = state.LastNumber;
        RandomState = state.RandomState;
        Query = state.Query;
        Deferred = state.Deferred;
        Bots = new List<BotRun>(state.Bots.Length);
        foreach (BotState bot in state.Bots)
        {
            Bots.Add(Restore(bot));
        }

        Current = Bots.Count > 0 ? Bots[^1] : null!;
        _locale = LocaleContext.Of(state.Locale, state.Locale);
        if (Bots.Count > 0)
        {
            Activate(Bots[^1]);
        }
    }

    public Workspace Workspace { get; }

    public TurnEnvironment Environment { get; }

    public ProcessIdentity Identity { get; }

    public ProcessStatus Status { get; set; }

    public bool IsAsleep { get; set; }

    public bool IsInitialized { get; set; }

    /// <summary>When the process was opened last, in universal time.</summary>
    public DateTime OpenedAt { get; private set; }

    /// <summary>The bot stack, bottom to top.</summary>
    public List<BotRun> Bots { get; }

    /// <summary>The bot whose code runs: the top one, unless a lower one handles an event without taking the context back.</summary>
    public BotRun Current { get; private set; }

    public ImmutableDictionary<string, BotState> FormerBots { get; set; }

    public string ConversationLocale { get; private set; }

    public ImmutableArray<string> Tags { get; set; }

    public ImmutableArray<string> LastUserUtterances { get; set; }

    public ImmutableArray<string> LastBotUtterances { get; set; }

    /// <summary>The number of the last message; 0 when there is none.</summary>
    public long LastAction { get; set; }

    public ImmutableArray<ProcessTimer> Timers { get; set; }

    public long LastNumber { get; private set; }

    public ulong RandomState { get; private set; }

    public QueryReference? Query { get; set; }

    public ImmutableArray<Inputs.ProcessInput> Deferred { get; set; }

    public PendingCall? PendingCall { get; set; }

    /// <summary>What <c>remember</c> has stored of the user.</summary>
    public MapValue RememberedUser { get; set; }

    /// <summary>What <c>remember</c> has stored of the conversation's variables.</summary>
    public MapValue RememberedVariables { get; set; }

    public List<Effect> Effects { get; } = [];

    /// <summary>The error or suspension of the last failed evaluation.</summary>
    public Value Failure { get; private set; }

    /// <summary>How many functions run in each other.</summary>
    public int CallDepth { get; set; }

    /// <summary>How many tasks the running statement stands in.</summary>
    public int TaskDepth { get; set; }

    public override LocaleContext Locale => _locale;

    public override DateTimeOffset Now => StatementTime ?? Environment.Now;

    /// <summary>The clock of a statement that is evaluated again.</summary>
    public DateTimeOffset? StatementTime { get; set; }

    public override ExecutionLimits Limits => Environment.Settings.Limits;

    public override IUtteranceMatcher Matcher => Utterances;

    public UtteranceMatching Utterances => field ??= new UtteranceMatching(this);

    public bool IsConversation => Identity.Kind == ProcessKind.Conversation;

    /// <summary>Makes a bot the one whose code runs.</summary>
    public void Activate(BotRun bot)
    {
        Current = bot;
        Variables = bot.Variables;
        string botLocale = bot.Bot.Locale;
        if (!string.Equals(_locale.Current, ConversationLocale, StringComparison.Ordinal)
            || !string.Equals(_locale.Default, botLocale, StringComparison.Ordinal))
        {
            _locale = LocaleContext.Of(ConversationLocale, botLocale);
        }
    }

    /// <summary>Puts a bot on top of the bot stack, with what it had when it was last there.</summary>
    public BotRun PushBot(Bot bot)
    {
        BotState? former = Bots.LastOrDefault(run => string.Equals(run.Bot.Id, bot.Id, StringComparison.Ordinal))?.ToMemory()
            ?? FormerBots.GetValueOrDefault(bot.Id);
        BotRun run = Restore(former ?? new BotState { BotId = bot.Id });
        Bots.Add(run);
        Activate(run);
        _shared.Set(PredefinedVariable.Bot, default);
        return run;
    }

    public void SetLocals(Value[] locals) => Locals = locals;

    public void SetLocale(string locale)
    {
        ConversationLocale = locale;
        _locale = LocaleContext.Of(locale, Current?.Bot.Locale ?? locale);
        ShowInConversation("locale", locale);
    }

    /// <summary>A number that this process has not given before.</summary>
    public long NextNumber() => ++LastNumber;

    public void Add(Effect effect) => Effects.Add(effect);

    public void Log(string text) => Add(new LogEffect(text, IsWarning: true));

    /// <summary>Ends an evaluation with an error or suspension.</summary>
    public Completion Fail(Value signal)
    {
        Failure = signal;
        return Completion.Failed;
    }

    /// <summary>Ends a statement with an error of its own.</summary>
    public Completion Fail(string message, SourcePlace place, bool isLimit = false) =>
        Fail(new RuntimeError(message, place.Source, place.Span, isLimit).ToValue());

    /// <summary>The failure of the last evaluation, which is thereby dealt with.</summary>
    public Value TakeFailure()
    {
        Value failure = Failure;
        Failure = default;
        return failure;
    }

    /// <summary>Evaluates an expression that belongs to no frame, such as a guard: without locals.</summary>
    public Value EvaluateOutside(EvaluationNode node)
    {
        Value[] locals = Locals;
        Locals = [];
        Value value = node.Evaluate(this);
        Locals = locals;
        return value;
    }

    /// <summary>Charges one step; an error when the turn has used up its steps or time.</summary>
    public bool TryStep(SourcePlace place)
    {
        _steps++;
        if (_steps > Limits.Steps)
        {
            Fail($"the turn took more than {Limits.Steps} steps; a loop or recursion may not end", place, isLimit: true);
            return false;
        }

        if (_steps >= _nextReading && TimeTaken() > Limits.TurnTime)
        {
            Fail($"the turn took longer than {Limits.TurnTime.TotalSeconds:0.###} seconds", place, isLimit: true);
            return false;
        }

        return true;
    }

    private TimeSpan TimeTaken()
    {
        _nextReading = _steps + StepsBetweenReadings;
        _firstReading = _firstReading == 0 ? Stopwatch.GetTimestamp() : _firstReading;
        return Stopwatch.GetElapsedTime(_firstReading);
    }

    /// <summary>After a limit was exceeded, what handles the error gets a fresh allowance; once, so that the turn ends.</summary>
    public bool TryRenewSteps()
    {
        bool isFirst = !_hasRenewedSteps;
        _hasRenewedSteps = true;
        _steps = 0;
        _nextReading = StepsBetweenReadings;
        _effectsBeforeRenewal = Effects.Count;
        return isFirst;
    }

    /// <summary>Whether the turn may send one more message or event; else fails.</summary>
    public bool TryEffect(SourcePlace place)
    {
        if (Effects.Count - _effectsBeforeRenewal < Limits.Effects)
        {
            return true;
        }

        Fail($"the turn sent more than {Limits.Effects} messages and events", place, isLimit: true);
        return false;
    }

    public StatementSnapshot TakeSnapshot() =>
        new(Effects.Count, RandomState, LastNumber, Timers, Current.OnceCounters, _shared[PredefinedVariable.Group]);

    public void Restore(in StatementSnapshot snapshot)
    {
        Effects.RemoveRange(snapshot.EffectCount, Effects.Count - snapshot.EffectCount);
        RandomState = snapshot.RandomState;
        LastNumber = snapshot.LastNumber;
        Timers = snapshot.Timers;
        Current.OnceCounters = snapshot.OnceCounters;
        _shared.Set(PredefinedVariable.Group, snapshot.Group);
    }

    /// <summary>Begins the evaluation of a statement: recorded answers are given again from the first.</summary>
    public void BeginStatement(Frame frame)
    {
        _answerIndex = 0;
        StatementTime = frame.Replay?.Time;
    }

    public ImmutableArray<Effect> CompleteEffects() => [.. Effects];

    public TurnResult ToResult() => new(ToState(), CompleteEffects(), _userChanged ? _user.AsMap() : null);

    private ProcessState ToState() => _initial with
    {
        Status = Status,
        IsAsleep = IsAsleep,
        IsInitialized = IsInitialized,
        OpenedAt = OpenedAt,
        Bots = BotStates(),
        Shared = _shared.ToImmutable(),
        Locale = ConversationLocale,
        Tags = Tags,
        LastUserUtterances = LastUserUtterances,
        LastBotUtterances = LastBotUtterances,
        LastAction = LastAction,
        Timers = Timers,
        LastNumber = LastNumber,
        RandomState = RandomState,
        Extras = ProcessExtras.Of(FormerBots, PendingCall, Query, Deferred),
    };

    private ImmutableArray<BotState> BotStates()
    {
        BotState[] states = new BotState[Bots.Count];
        for (int i = 0; i < states.Length; i++)
        {
            states[i] = Bots[i].ToState();
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(states);
    }

    private BotRun Restore(BotState state)
    {
        Bot bot = Workspace.Find(state.BotId) ?? throw new InvalidOperationException($"The workspace has no bot '{state.BotId}'.");
        return new BotRun(this, bot, ProgramOf(bot), state);
    }

    private ScriptProgram ProgramOf(Bot bot) => Identity.Kind switch
    {
        ProcessKind.Conversation => bot.Main,
        ProcessKind.Master => bot.Master ?? bot.Main,
        _ => bot.Group ?? bot.Main,
    };
}
