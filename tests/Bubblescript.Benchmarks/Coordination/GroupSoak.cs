using System.Collections.Immutable;
using System.Diagnostics;
using Bubblescript.Benchmarks.Measurements;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Sqlite;
using Bubblescript.Storage;
using Bubblescript.Values;

namespace Bubblescript.Benchmarks.Coordination;

/// <summary>
/// 10,000 conversations in 1,000 groups that talk for a while: every line reaches all other members of its group, once and in order, also across restarts
/// of the host, and the memory does not grow.
/// </summary>
internal sealed class GroupSoak(int rounds, string? databasePath)
{
    private const int Groups = 1_000;
    private const int Members = 10;
    private const int RoundsPerHost = 5;

    private const string Main = """
        @timeout :infinity

        dialog main do
          last = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
          emit "join", to: group
        end

        task event: "seat" do
          seat = event.payload
        end

        task event: "speak" do
          sent = sent + 1
          emit "line", [seat: seat, n: sent], to: group
          _lines = query group, "lines"
          if _lines == :timeout do
            timeouts = timeouts + 1
          else
            if _lines < lines do
              wrong = wrong + 1
            end
            lines = _lines
          end
        end

        task event: "line" do
          heard = heard + 1
          if event.payload.n != last[event.payload.seat] + 1 do
            wrong = wrong + 1
          end
          last[event.payload.seat] = event.payload.n
        end
        """;

    private const string Group = """
        @timeout :infinity

        task event: "join" do
          members = members + [event.sender]
          emit "seat", length(members) - 1, to: event.sender
        end

        task event: "line" do
          lines = lines + 1
          repeat _member in members do
            if _member != event.sender do
              emit "line", event.payload, to: _member
            end
          end
        end

        task event: "lines" do
          reply lines
        end
        """;

    private static readonly Bot Room = Bot.Build(new BotSources("main", [new BotFile("main.bubble", Main), new BotFile("group.bubble", Group)]));

    private readonly InMemoryStore _memory = new() { HistoryLength = 10 };
    private BotHost _host = null!;
    private ImmutableArray<Conversation> _chats = [];
    private long _heapAtStart;

    /// <summary>Runs the soak and gives what was wrong; nothing when all is well.</summary>
    public async Task<string?> RunAsync()
    {
        await StartAsync(isFirst: true).ConfigureAwait(false);
        string? problem = null;
        for (int round = 1; round <= rounds && problem is null; round++)
        {
            long started = Stopwatch.GetTimestamp();
            await Task.WhenAll(_chats.Select(static chat => chat.SendEventAsync("speak"))).ConfigureAwait(false);
            await SettleAsync().ConfigureAwait(false);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            problem = await CheckAsync(round).ConfigureAwait(false);
            long heap = GC.GetTotalMemory(forceFullCollection: true);
            // The first restart fills the store in memory with saved states.
            _heapAtStart = round is 1 or RoundsPerHost + 1 ? heap : _heapAtStart;
            problem ??= heap > _heapAtStart * 3 / 2 ? Measurement.Text($"the memory grew from {_heapAtStart} to {heap} bytes") : null;

            // A member speaks and asks, the group gets a line and a question, the others hear the line.
            long inputs = Groups * Members * (Members + 3);
            Console.WriteLine(Measurement.Text(
                $"round {round}: {inputs / elapsed.TotalSeconds:#,0} inputs per second, {heap / 1_048_576:#,0} MiB, {ThreadPool.ThreadCount} threads"));
            if (round % RoundsPerHost == 0 && round < rounds)
            {
                await _host.DisposeAsync().ConfigureAwait(false);
                await StartAsync(isFirst: false).ConfigureAwait(false);
            }
        }

        await _host.DisposeAsync().ConfigureAwait(false);
        return problem;
    }

    private async Task StartAsync(bool isFirst)
    {
        BotHostBuilder builder = new BotHostBuilder().AddBot(Room);
        builder = databasePath is null ? builder.UseStore(_memory) : builder.UseSqlite(databasePath);
        _host = builder.Build();
        await _host.StartAsync().ConfigureAwait(false);
        _chats =
        [
            .. await Task.WhenAll(Enumerable.Range(0, Groups * Members).Select(number =>
                _host.OpenAsync($"user-{number}", new OpenOptions { G = $"~room-{number / Members}", Connect = isFirst }))).ConfigureAwait(false),
        ];
        await SettleAsync().ConfigureAwait(false);
    }

    /// <summary>Idle is also a host whose processes all wait for replies; those come or time out within a second.</summary>
    private async Task SettleAsync()
    {
        await _host.WhenIdleAsync().ConfigureAwait(false);
        while (_chats.Any(chat => _host.Processes.Find(chat.Address)?.State?.PendingCall is not null))
        {
            await Task.Delay(50).ConfigureAwait(false);
            await _host.WhenIdleAsync().ConfigureAwait(false);
        }
    }

    private async Task<string?> CheckAsync(int round)
    {
        long timeouts = 0;
        foreach (Conversation chat in _chats)
        {
            MapValue variables = (await chat.InspectAsync().ConfigureAwait(false)).Variables;
            long heard = variables["heard"].AsInteger() ?? 0;
            timeouts += variables["timeouts"].AsInteger() ?? 0;
            if (heard != round * (Members - 1) || !variables["wrong"].IsNil)
            {
                return Measurement.Text($"{chat.Address} heard {heard} lines after round {round}; wrong: {variables["wrong"]}");
            }
        }

        if (timeouts > 0)
        {
            Console.WriteLine(Measurement.Text($"{timeouts} queries timed out so far: their groups were busy for more than a second"));
        }

        return null;
    }
}
