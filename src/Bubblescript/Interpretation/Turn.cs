using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Bubblescript.Binding;
using Bubblescript.Builtins;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>
/// One turn: the working copy of a process's state, the effects so far, and what expressions may ask of the process. It works for one call of
/// <see cref="Interpreter.Run"/>, from <see cref="Begin"/> to <see cref="End"/>, and is then as new.
/// </summary>
internal sealed partial class Turn : EvaluationContext
{
    private const int StepsBeforeFirstReading = 16;
    private const int StepsBetweenReadings = 256;
    private const int LongestNumber = 20;

    /// <summary>The bottom of nearly every bot stack, made once.</summary>
    private readonly BotRun _bottom;

    private ProcessState _initial = null!;
    private ProcessState _state = null!;
    private TurnEnvironment _environment;

    /// <summary>When the clock was first read for the limit of time; most turns are over before that.</summary>
    private long _firstReading;
    private int _nextReading = StepsBeforeFirstReading;
    private SharedVariables _shared = new([]);
    private LocaleContext _locale = LocaleContext.English;
    private DateTimeOffset? _time;
    private MapValue? _writtenUser;
    private MapValue? _rememberedUser;
    private MapValue? _rememberedVariables;
    private int _steps;
    private bool _hasRenewedSteps;
    private int _effectsBeforeRenewal;
    private int _answerIndex;

    public Turn(Workspace workspace)
    {
        Workspace = workspace;
        _bottom = new BotRun(this);
        Utterances = new UtteranceMatching(this);
    }

    public Workspace Workspace { get; }

    public ref readonly TurnEnvironment Environment => ref _environment;

    public ProcessIdentity Identity => _initial.Identity;

    public ProcessStatus Status
    {
        get => _state.Status;
        set => _state.Status = value;
    }

    public bool IsAsleep
    {
        get => _state.IsAsleep;
        set => _state.IsAsleep = value;
    }

    public bool IsInitialized
    {
        get => _state.IsInitialized;
        set => _state.IsInitialized = value;
    }

    /// <summary>When the process was opened last, in universal time.</summary>
    public DateTime OpenedAt
    {
        get => _state.OpenedAt;
        private set => _state.OpenedAt = value;
    }

    /// <summary>The bot stack, bottom to top.</summary>
    public List<BotRun> Bots { get; } = new(capacity: 1);

    /// <summary>The bot whose code runs: the top one, unless a lower one handles an event without taking the context back.</summary>
    public BotRun Current { get; private set; } = null!;

    public ImmutableDictionary<string, BotState> FormerBots
    {
        get => _state.Extras.FormerBots;
        set => _state.Extras = _state.Extras with { FormerBots = value };
    }

    public string ConversationLocale
    {
        get => _state.Locale;
        private set => _state.Locale = value;
    }

    public ImmutableArray<string> Tags
    {
        get => _state.Tags;
        set => _state.Tags = value;
    }

    public ImmutableArray<string> LastUserUtterances
    {
        get => _state.LastUserUtterances;
        set => _state.LastUserUtterances = value;
    }

    public ImmutableArray<string> LastBotUtterances
    {
        get => _state.LastBotUtterances;
        set => _state.LastBotUtterances = value;
    }

    /// <summary>The number of the last message; 0 when there is none.</summary>
    public long LastAction
    {
        get => _state.LastAction;
        set => _state.LastAction = value;
    }

    public ImmutableArray<ProcessTimer> Timers
    {
        get => _state.Timers;
        set => _state.Timers = value;
    }

    public long LastNumber
    {
        get => _state.LastNumber;
        private set => _state.LastNumber = value;
    }

    public ulong RandomState
    {
        get => _state.RandomState;
        private set => _state.RandomState = value;
    }

    public QueryReference? Query { get; set; }

    public ImmutableArray<Inputs.ProcessInput> Deferred
    {
        get => _state.Extras.Deferred;
        set => _state.Extras = _state.Extras with { Deferred = value };
    }

    public PendingCall? PendingCall { get; set; }

    /// <summary>The fields of <c>user</c>.</summary>
    public MapValue User => _writtenUser ?? _environment.User;

    /// <summary>What <c>remember</c> has stored of the user.</summary>
    public MapValue RememberedUser
    {
        get => _rememberedUser ?? _environment.RememberedUser;
        set => _rememberedUser = value;
    }

    /// <summary>What <c>remember</c> has stored of the conversation's variables.</summary>
    public MapValue RememberedVariables
    {
        get => _rememberedVariables ?? _environment.RememberedVariables;
        set => _rememberedVariables = value;
    }

    public List<Effect> Effects { get; } = [];

    /// <summary>The error or suspension of the last failed evaluation.</summary>
    public Value Failure { get; private set; }

    /// <summary>How many functions run in each other.</summary>
    public int CallDepth { get; set; }

    /// <summary>While a performed task runs, how many of them the stack of the bot holds; 0 while another frame runs. Functions count them as calls.</summary>
    public int TaskDepth { get; set; }

    public override LocaleContext Locale => _locale;

    public override DateTimeOffset Now => StatementTime ?? Time;

    /// <summary>The time of the turn, once and for all when it is first asked for.</summary>
    public DateTimeOffset Time => _time ??= _environment.Now ?? _environment.Settings.Clock.GetUtcNow();

    /// <summary>The clock of a statement that is evaluated again.</summary>
    public DateTimeOffset? StatementTime { get; set; }

    public override ExecutionLimits Limits => Environment.Settings.Limits;

    public override IUtteranceMatcher Matcher => Utterances;

    public UtteranceMatching Utterances { get; }

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
        BotRun run = new(this);
        run.Begin(bot, ProgramOf(bot), former ?? new BotState { BotId = bot.Id });
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

    /// <summary>An id that this process has not given before.</summary>
    public string NextId(string prefix)
    {
        Span<char> digits = stackalloc char[LongestNumber];
        NextNumber().TryFormat(digits, out int length, provider: CultureInfo.InvariantCulture);
        return string.Concat(prefix, digits[..length]);
    }

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
}
