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

        dialog main do
          spawn_group("~model")
        end

        task event: "run" do
          runs = runs + [event.payload.id]
          repeat _step in event.payload.steps do
            branch _step.kind do
              "emit" ->
                n = n + 1
                emit "note", [from: conversation.addr, n: n], to: _step.to
              "query" ->
                if _step.to != conversation.addr do
                  n = n + 1
                  _asked = n
                  _answer = query _step.to, "ask", [from: conversation.addr, n: n]
                  if _answer != _asked and _answer != :timeout do
                    wrong = wrong + ["asked #{_asked}, got #{_answer}"]
                  end
                end
              "late" ->
                n = n + 1
                emit "note", [from: conversation.addr, n: n], to: _step.to, in: "5s"
            end
          end
        end

        """;

    /// <summary>What every process does with what it gets; the group does only this.</summary>
    private const string Receiving = """
        @timeout :infinity

        task event: "note" do
          notes = notes + [event.payload]
        end

        task event: "ask" do
          notes = notes + [event.payload]
          reply event.payload.n
        end
        """;

    private const string Group = "~model";

    private static readonly Bot ModelBot = TestHost.MakeBot(Script + "\n" + Receiving["@timeout :infinity".Length..], group: Receiving);

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
            ("steps", ListValue.From(steps.Select(step => Value.MapOf(("kind", step.Kind), ("to", step.To % (_processes + 1) is var to && to < _processes ? _chats[to].Address : Group))))));
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
        Dictionary<string, List<long>> arrived = new(StringComparer.Ordinal);
        List<long> runs = [];
        foreach (string address in Addresses)
        {
            MapValue variables = VariablesOf(address);
            runs.AddRange(ListOf(variables, "runs").Select(static run => run.AsInteger()!.Value));
            Violations.AddRange(ListOf(variables, "wrong").Select(static wrong => wrong.ToString()));
            foreach (Value note in ListOf(variables, "notes"))
            {
                MapValue fields = note.AsMap()!;
                string from = fields["from"].ToString();
                if (!arrived.TryGetValue(from, out List<long>? numbers))
                {
                    arrived.Add(from, numbers = []);
                }

                numbers.Add(fields["n"].AsInteger()!.Value);
            }
        }

        CheckRuns(runs);
        foreach (Conversation chat in _chats)
        {
            CheckNotes(chat, arrived.GetValueOrDefault(chat.Address) ?? [], VariablesOf(chat.Address)["n"].AsInteger() ?? 0);
        }

        return Violations;
    }

    private IEnumerable<string> Addresses => _chats.Select(static chat => chat.Address).Append(Group);

    private static ListValue ListOf(MapValue variables, string name) => variables[name].AsList() ?? ListValue.Empty;

    /// <summary>The variables of a process, which is brought into memory if need be.</summary>
    private MapValue VariablesOf(string address)
    {
        Task<LoadedProcess> loading = _host.LoadAsync(address, creatorBotId: null, CancellationToken.None);
        _scheduler.RunToEnd();
        return Snapshots.Of(loading.GetAwaiter().GetResult().State, _host.Processes.Workspace).Variables;
    }

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

    private void CheckNotes(Conversation sender, List<long> arrived, long sent)
    {
        long[] numbers = [.. arrived.Order()];
        if (!numbers.SequenceEqual(Enumerable.Range(1, (int)sent).Select(static number => (long)number)))
        {
            Violations.Add($"{sender.Address} sent 1 to {sent}, and these arrived: {string.Join(' ', numbers)}");
        }
    }

    /// <summary>Per pair and kind the events have to come in order; scheduled ones come later than others.</summary>
    public void CheckOrder(bool hasSchedules)
    {
        foreach (string address in Addresses)
        {
            Dictionary<string, long> last = new(StringComparer.Ordinal);
            foreach (Value note in ListOf(VariablesOf(address), "notes"))
            {
                string from = note.AsMap()!["from"].ToString();
                long number = note.AsMap()!["n"].AsInteger()!.Value;
                if (!hasSchedules && number <= last.GetValueOrDefault(from))
                {
                    Violations.Add($"{address} got {number} of {from} after {last[from]}");
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

        _scheduler.Preempt();
        TurnResult result = Interpreter.Run(workspace, state, input, environment);
        _scheduler.Preempt();
        _running.AddOrUpdate(state.Identity.Address, 0, static (_, count) => count - 1);
        return result;
    }
}
