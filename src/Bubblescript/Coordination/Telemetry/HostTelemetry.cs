using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Storage;

namespace Bubblescript.Coordination.Telemetry;

/// <summary>
/// What a host tells monitors: the metrics of the meter and the traces of the activity source <c>Bubblescript</c>. Nothing of it says what users or bots
/// say, or who the users are. While nobody listens, a turn costs a look at a few flags.
/// </summary>
internal sealed class HostTelemetry : IDisposable
{
    private const string Name = "Bubblescript";
    private const string ErrorTag = "error.type";

    private static readonly string? Version = typeof(HostTelemetry).Assembly.GetName().Version?.ToString(3);
    private static readonly ActivitySource Source = new(Name, Version);

    /// <summary>Turns take microseconds, and a bad one seconds; what collectors assume fits requests of the web.</summary>
    private static readonly InstrumentAdvice<double> TurnBuckets = new() { HistogramBucketBoundaries = [0.00001, 0.0001, 0.001, 0.01, 0.1, 1] };

    private readonly Meter? _ownMeter;
    private readonly Meter _meter;
    private volatile bool _isDisposed;

    public HostTelemetry(IMeterFactory? meters)
    {
        _ownMeter = meters is null ? new Meter(Name, Version) : null;
        _meter = _ownMeter ?? meters!.Create(new MeterOptions(Name) { Version = Version });
        Turns = _meter.CreateCounter<long>("bubblescript.turns", "{turn}", "Inputs that were worked on.");
        TurnDuration = _meter.CreateHistogram(
            "bubblescript.turn.duration", "s", "Time of a turn in the interpreter, without its commit.", tags: null, TurnBuckets);
        Messages = _meter.CreateCounter<long>("bubblescript.messages", "{message}", "Messages of bots.");
        Errors = _meter.CreateCounter<long>("bubblescript.errors", "{error}", "What went wrong, by kind: script, fault, store, dropped.");
        Frames = _meter.CreateCounter<long>(
            "bubblescript.frames.loaded", "{frame}", "Places on the stacks of saved processes, by how they go on: exact, reentered, restarted, dropped.");
    }

    /// <summary>The activity of the caller, if anybody follows traces of this library.</summary>
    public static Activity? CurrentActivity => Source.HasListeners() ? Activity.Current : null;

    /// <summary>Whether anybody wants to know about turns.</summary>
    public bool IsWatched => Source.HasListeners() || Turns.Enabled || TurnDuration.Enabled || Messages.Enabled || Errors.Enabled;

    public Counter<long> Turns { get; }

    public Histogram<double> TurnDuration { get; }

    public Counter<long> Messages { get; }

    public Counter<long> Errors { get; }

    public Counter<long> Frames { get; }

    /// <summary>Lets monitors ask how much is in memory and how much waits.</summary>
    /// <param name="all">Gives the processes.</param>
    public void Watch(Func<IEnumerable<HostedProcess>> all)
    {
        _meter.CreateObservableUpDownCounter("bubblescript.processes", () => CountByKind(all()), "{process}", "Conversations, masters and groups in memory.");
        _meter.CreateObservableUpDownCounter("bubblescript.inbox.inputs", () => CountInputs(all()), "{input}", "Inputs that wait in inboxes.");
    }

    /// <summary>Begins a turn; the result ends it when it is disposed of.</summary>
    public TurnWatch BeginTurn(ProcessIdentity process, ProcessInput input, Activity? sender)
    {
        string kind = StateNames.Of(process.Kind);
        string inputKind = KindOf(input);
        TagList tags = new([new("bubblescript.bot", process.BotId), new("bubblescript.process.kind", kind), new("bubblescript.input.kind", inputKind)]);
        Activity? activity = Source.HasListeners()
            ? Source.StartActivity(ActivityKind.Internal, sender?.Context ?? default, tags, name: $"turn {inputKind}")
            : null;
        return new TurnWatch(this, activity, tags);
    }

    /// <summary>Counts what went wrong outside of scripts; errors of scripts are counted with their turns.</summary>
    public void Count(HostEvent happened)
    {
        string? error = happened switch
        {
            HostFault => "fault",
            StoreFailed => "store",
            InputDropped => "dropped",
            _ => null,
        };
        if (error is not null)
        {
            Errors.Add(1, new KeyValuePair<string, object?>(ErrorTag, error));
        }
    }

    /// <summary>Counts the places on the stacks of a process that was loaded.</summary>
    public void Count(ProcessIdentity process, LoadReport report)
    {
        if (Frames.Enabled)
        {
            Count(process, "exact", report.Exact);
            Count(process, "reentered", report.Reentered);
            Count(process, "restarted", report.Restarted);
            Count(process, "dropped", report.Dropped);
        }
    }

    /// <summary>Counts errors of the script of a turn.</summary>
    public void CountScriptErrors(long count, TagList tags)
    {
        tags.Add(ErrorTag, "script");
        Errors.Add(count, tags);
    }

    public void Dispose()
    {
        _isDisposed = true;
        _ownMeter?.Dispose();
    }

    private void Count(ProcessIdentity process, string continuation, int frames)
    {
        if (frames > 0)
        {
            TagList tags = new([
                new("bubblescript.bot", process.BotId),
                new("bubblescript.process.kind", StateNames.Of(process.Kind)),
                new("bubblescript.continuation", continuation),
            ]);
            Frames.Add(frames, tags);
        }
    }

    private static string KindOf(ProcessInput input) => input switch
    {
        MessageInput => "message",
        EventInput => "event",
        LocationInput => "location",
        AttachmentInput => "attachment",
        TimerInput => "timer",
        AnswerInput => "answer",
        OpenInput => "open",
        ConnectInput => "connect",
        SwitchBotInput or ReturnBotInput => "switch",
        _ => "other",
    };

    private IEnumerable<Measurement<int>> CountByKind(IEnumerable<HostedProcess> processes)
    {
        int[] counts = new int[3];
        foreach (HostedProcess process in _isDisposed ? [] : processes)
        {
            if (process.State is { } state)
            {
                counts[(int)state.Identity.Kind]++;
            }
        }

        foreach (ProcessKind kind in Enum.GetValues<ProcessKind>())
        {
            yield return new Measurement<int>(counts[(int)kind], new KeyValuePair<string, object?>("bubblescript.process.kind", StateNames.Of(kind)));
        }
    }

    private int CountInputs(IEnumerable<HostedProcess> processes) => _isDisposed ? 0 : processes.Sum(static process => process.InboxLength);
}
