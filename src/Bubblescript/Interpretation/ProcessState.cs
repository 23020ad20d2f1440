using System.Collections.Immutable;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>
/// All that a process is between two turns: plain data. A turn works on a copy; a committed state is never changed, only replaced.
/// <see cref="Interpreter.Run"/> makes the next one.
/// </summary>
internal sealed record ProcessState
{
    public required ProcessIdentity Identity { get; init; }

    public ProcessStatus Status { get; set; } = ProcessStatus.New;

    /// <summary>Saved after a session timeout and not yet picked up by its user.</summary>
    public bool IsAsleep { get; set; }

    /// <summary>Whether the <c>__init__</c> tasks have run since the process was loaded; the host clears it when it loads a sleeping process.</summary>
    public bool IsInitialized { get; set; }

    /// <summary>When the process was opened last, in universal time.</summary>
    public DateTime OpenedAt { get; set; }

    /// <summary>The bot stack, bottom to top; one bot for master and groups.</summary>
    public ImmutableArray<BotState> Bots { get; set; } = [];

    /// <summary>What hardly any process has while it waits for its user.</summary>
    public ProcessExtras Extras { get; set; } = ProcessExtras.None;

    /// <summary>What bots that left the bot stack take up again when they come back: their variables and once counters, by bot id.</summary>
    public ImmutableDictionary<string, BotState> FormerBots => Extras.FormerBots;

    /// <summary>The shared predefined variables, by <see cref="Evaluation.PredefinedVariable"/>, up to the last one that is set; user and dialog are not among them.</summary>
    public ImmutableArray<Value> Shared { get; set; } = [];

    public string Locale { get; set; } = "en";

    public ImmutableArray<string> Tags { get; set; } = [];

    /// <summary>What the user wrote last, latest first.</summary>
    public ImmutableArray<string> LastUserUtterances { get; set; } = [];

    /// <summary>What the bot said last, latest first.</summary>
    public ImmutableArray<string> LastBotUtterances { get; set; } = [];

    /// <summary>The number of the last message, from which its id is made; 0 when there is none.</summary>
    public long LastAction { get; set; }

    /// <summary>Pending timers in the order of their creation.</summary>
    public ImmutableArray<ProcessTimer> Timers { get; set; } = [];

    /// <summary>The last number given to a message, timer, frame or call of this process.</summary>
    public long LastNumber { get; set; }

    /// <summary>The state of the process's random sequence.</summary>
    public ulong RandomState { get; set; }

    /// <summary>The call whose answer the process waits for; while there is one it takes no other input.</summary>
    public PendingCall? PendingCall => Extras.PendingCall;

    /// <summary>The query that the running handler may reply to.</summary>
    public QueryReference? Query => Extras.Query;

    /// <summary>Inputs that the process takes by itself when it next waits: the event that opened a conversation.</summary>
    public ImmutableArray<ProcessInput> Deferred => Extras.Deferred;

    /// <summary>The time the next timer is due, or null.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            DateTimeOffset? next = null;
            foreach (ProcessTimer timer in Timers)
            {
                if (next is null || timer.Due < next)
                {
                    next = timer.Due;
                }
            }

            return next;
        }
    }

    /// <summary>A copy for a turn to work on.</summary>
    public ProcessState Copy() => this with { };

    /// <summary>The state when nobody waits for the answer to its call any more.</summary>
    public ProcessState WithoutCall() => this with { Extras = Extras with { PendingCall = null } };

    /// <summary>A process that has not run yet.</summary>
    public static ProcessState Create(ProcessIdentity identity, ulong randomSeed) => new() { Identity = identity, RandomState = randomSeed };
}
