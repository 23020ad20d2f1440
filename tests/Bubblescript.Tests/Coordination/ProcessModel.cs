using System.Collections.Concurrent;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Values;

namespace Bubblescript.Tests.Coordination;

/// <summary>
/// Some conversations that send numbered events and ask each other as a random program says, on a scheduler that a seed drives, with crashes and
/// restarts. It watches that no process runs twice at once.
/// </summary>
internal sealed class ProcessModel
{
    private const string Script = """
        @timeout :infinity

        task event: "run" do
          runs = runs + [event.payload.id]
          repeat _step in event.payload.steps do
            branch _step.kind do
              "emit" ->
                n = n + 1
                emit "note", [from: conversation.addr, n: n], to: _step.to
              "query" ->
                _answer = query _step.to, "ask", n
                asked = asked + 1
              "late" ->
                n = n + 1
                emit "note", [from: conversation.addr, n: n], to: _step.to, in: "5s"
            end
          end
        end

        task event: "note" do
          notes = notes + [event.payload]
        end

        task event: "ask" do
          reply event.payload
        end
        """;

    private static readonly Bot ModelBot = TestHost.MakeBot(Script);

    private readonly int _processes;
    private readonly int _seed;
    private readonly bool _isDurable;
    private readonly InMemoryStore _memory = new();
    private readonly VirtualTimeProvider _clock = new();
    private readonly ConcurrentDictionary<string, int> _running = new(StringComparer.Ordinal);
    private readonly HashSet<int> _acknowledged = [];
    private SeededScheduler _scheduler;
    private BotHost _host;
    private List<Conversation> _chats = [];
    private int _hosts;
    private int _lastRun;

    public ProcessModel(int processes, int seed, bool isDurable)
    {
        _processes = processes;
        _seed = seed;
        _isDurable = isDurable;
        (_host, _scheduler) = MakeHost();
        Open(isFirst: true);
    }

    public List<string> Violations { get; } = [];

    /// <summary>Gives a program to a process; it counts as acknowledged when the host has said so.</summary>
    public void Start(int process, IReadOnlyList<(string Kind, int To)> steps)
    {
        int id = ++_lastRun;
        Value program = Value.MapOf(
            ("id", id),
            ("steps", ListValue.From(steps.Select(step => Value.MapOf(("kind", step.Kind), ("to", _chats[step.To % _processes].Address))))));
        Task sent = _chats[process % _processes].SendEventAsync("run", program);
        _ = sent.ContinueWith(
            done =>
            {
                if (done.IsCompletedSuccessfully)
                {
                    lock (_acknowledged)
                    {
                        _acknowledged.Add(id);
                    }
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    public void Run(int steps) => _scheduler.TryRun(steps);

    public void Advance(int seconds)
    {
        _clock.AdvanceAsync(TimeSpan.FromSeconds(seconds)).GetAwaiter().GetResult();
    }

    /// <summary>The host is gone without a word; another one starts on the same store.</summary>
    public void Crash()
    {
        _scheduler.IsDead = true;
        _running.Clear();
        (_host, _scheduler) = MakeHost();
        Open(isFirst: false);
    }

    /// <summary>The host stops and another one starts on the same store.</summary>
    public void Restart()
    {
        _scheduler.RunToEnd();
        _host.StopAsync().GetAwaiter().GetResult();
        (_host, _scheduler) = MakeHost();
        Open(isFirst: false);
    }

    /// <summary>Lets everything come to its end and gives what is wrong with it.</summary>
    public IReadOnlyList<string> Finish()
    {
        for (int i = 0; i < 50; i++)
        {
            _scheduler.RunToEnd();
            Advance(10);
        }

        _scheduler.RunToEnd();
        Dictionary<string, List<(string Receiver, long Number)>> arrived = new(StringComparer.Ordinal);
        List<long> runs = [];
        foreach (Conversation chat in _chats)
        {
            runs.AddRange((Evaluate(chat, "runs").AsList() ?? ListValue.Empty).Select(static run => run.AsInteger()!.Value));
            foreach (Value note in Evaluate(chat, "notes").AsList() ?? ListValue.Empty)
            {
                MapValue fields = note.AsMap()!;
                string from = fields["from"].ToString();
                if (!arrived.TryGetValue(from, out List<(string Receiver, long Number)>? notes))
                {
                    arrived.Add(from, notes = []);
                }

                notes.Add((chat.Address, fields["n"].AsInteger()!.Value));
            }
        }

        CheckRuns(runs);
        foreach (Conversation chat in _chats)
        {
            CheckNotes(chat, arrived.GetValueOrDefault(chat.Address) ?? [], Evaluate(chat, "n").AsInteger() ?? 0);
        }

        return Violations;
    }

    private static Value Evaluate(Conversation chat, string expression) => chat.EvaluateAsync(expression).GetAwaiter().GetResult();

    private void CheckRuns(List<long> runs)
    {
        if (runs.Distinct().Count() != runs.Count)
        {
            Violations.Add("an input acted twice");
        }

        lock (_acknowledged)
        {
            foreach (int id in _acknowledged.Where(id => !runs.Contains(id)))
            {
                Violations.Add($"the acknowledged input {id} is lost");
            }
        }
    }

    private void CheckNotes(Conversation sender, List<(string Receiver, long Number)> notes, long sent)
    {
        long[] numbers = [.. notes.Select(static note => note.Number).Order()];
        if (!numbers.SequenceEqual(Enumerable.Range(1, (int)sent).Select(static number => (long)number)))
        {
            Violations.Add($"{sender.Address} sent 1 to {sent}, and these arrived: {string.Join(' ', numbers)}");
        }
    }

    /// <summary>Per pair and kind the events have to come in order; scheduled ones come later than others.</summary>
    public void CheckOrder(bool hasSchedules)
    {
        foreach (Conversation chat in _chats)
        {
            Dictionary<string, long> last = new(StringComparer.Ordinal);
            foreach (Value note in Evaluate(chat, "notes").AsList() ?? ListValue.Empty)
            {
                string from = note.AsMap()!["from"].ToString();
                long number = note.AsMap()!["n"].AsInteger()!.Value;
                if (!hasSchedules && number <= last.GetValueOrDefault(from))
                {
                    Violations.Add($"{chat.Address} got {number} of {from} after {last[from]}");
                }

                last[from] = number;
            }
        }
    }

    private void Open(bool isFirst)
    {
        _chats = [];
        for (int i = 0; i < _processes; i++)
        {
            Task<Conversation> opening = _host.OpenAsync($"u{i}", new OpenOptions { Connect = isFirst });
            _scheduler.RunToEnd();
            _chats.Add(opening.GetAwaiter().GetResult());
        }
    }

    private (BotHost Host, SeededScheduler Scheduler) MakeHost()
    {
        SeededScheduler scheduler = new(_seed + _hosts++);
        BotHost host = new BotHostBuilder()
            .AddBot(ModelBot)
            .UseTimeProvider(_clock)
            .UseRandomSeed(_seed)
            .UseStore(_isDurable ? new ScheduledStore(_memory, scheduler) : _memory)
            .UseOptions(new BotHostOptions { Scheduler = scheduler })
            .UseTurnRunner(Watch)
            .Build();
        Task starting = host.StartAsync();
        scheduler.RunToEnd();
        starting.GetAwaiter().GetResult();
        return (host, scheduler);
    }

    private TurnResult Watch(Workspace workspace, ProcessState state, ProcessInput input, TurnEnvironment environment)
    {
        if (_running.AddOrUpdate(state.Identity.Address, 1, static (_, count) => count + 1) != 1)
        {
            Violations.Add($"{state.Identity.Address} runs twice at once");
        }

        TurnResult result = Interpreter.Run(workspace, state, input, environment);
        _running.AddOrUpdate(state.Identity.Address, 0, static (_, count) => count - 1);
        return result;
    }
}
