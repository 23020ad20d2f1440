using System.Collections.Concurrent;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Values;

namespace Bubblescript.Tests.Coordination;

/// <summary>Who runs when, and on how many threads.</summary>
public sealed class SchedulingTests
{
    private const string Script = """
        @timeout :infinity

        task event: "run" do
          repeat _i in 1..event.payload.times do
            n = n + 1
            emit "note", [from: conversation.addr, n: n], to: event.payload.to[rem(_i, length(event.payload.to))]
          end
        end

        task event: "note" do
          notes = notes + [event.payload]
        end

        task event: "count" do
          counts = counts + [event.payload]
        end
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_with_a_full_inbox_lets_others_have_their_turn()
    {
        SeededScheduler scheduler = new(seed: 1);
        (BotHost host, Conversation[] chats) = await StartAsync(2, scheduler);
        for (int i = 0; i < 5_000; i++)
        {
            await chats[0].SendEventAsync("count", i, Token);
        }

        await chats[1].SendEventAsync("count", 1, Token);

        // First in, first out: the busy process runs first and has to come back after the other one.
        scheduler.RunFirst();
        scheduler.RunFirst();

        CountOf(host, chats[1]).Should().Be(1);
        CountOf(host, chats[0]).Should().BeInRange(1, 500);
        scheduler.RunToEnd();
        CountOf(host, chats[0]).Should().Be(5_000);
    }

    [Fact]
    public async Task Whom_a_process_wakes_runs_before_the_process_goes_on()
    {
        SeededScheduler scheduler = new(seed: 1);
        (BotHost host, Conversation[] chats) = await StartAsync(2, scheduler);
        for (int i = 0; i < 10; i++)
        {
            await chats[0].SendEventAsync("run", Value.MapOf(("times", 1), ("to", ListValue.From([Value.From(chats[1].Address)]))), Token);
        }

        scheduler.RunFirst();
        scheduler.RunFirst();

        VariablesOf(host, chats[1])["notes"].AsList()!.Count.Should().Be(1);
        VariablesOf(host, chats[0])["n"].Should().Be((Value)1);
    }

    [Fact]
    public async Task Whom_a_process_wakes_runs_before_the_process_goes_on_when_its_turns_wait_for_a_store()
    {
        SeededScheduler scheduler = new(seed: 1);
        List<string> turns = [];
        ScheduledStore store = new(new InMemoryStore(), scheduler);
        BotHost host = new BotHostBuilder()
            .AddBot(TestHost.MakeBot(Script))
            .UseStore(store)
            .UseOptions(new BotHostOptions { Scheduler = scheduler })
            .UseTurnRunner((workspace, state, input, environment) =>
            {
                turns.Add($"{state.Identity.UserId} {(input as EventInput)?.Name}");
                return Interpreter.Run(workspace, state, input, environment);
            })
            .Build();
        await host.StartAsync(Token);
        Task<Conversation>[] opening = [host.OpenAsync("ann", cancellationToken: Token), host.OpenAsync("bob", cancellationToken: Token)];
        scheduler.RunAllInOrder();
        Conversation ann = await opening[0];
        Conversation bob = await opening[1];
        Value order = Value.MapOf(("times", 1), ("to", ListValue.From([Value.From(bob.Address)])));
        Task sent = Task.WhenAll(ann.SendEventAsync("run", order, Token), ann.SendEventAsync("run", order, Token), ann.SendEventAsync("run", order, Token));
        turns.Clear();

        scheduler.RunAllInOrder();
        await sent;

        turns.Should().Equal("ann run", "bob note", "ann run", "bob note", "ann run", "bob note");
    }

    [Fact]
    public async Task Inputs_that_wait_together_each_have_a_turn_of_their_own()
    {
        int turns = 0;
        SeededScheduler scheduler = new(seed: 1);
        (BotHost host, Conversation[] chats) = await StartAsync(1, scheduler, (workspace, state, input, environment) =>
        {
            turns += input is EventInput ? 1 : 0;
            return Interpreter.Run(workspace, state, input, environment);
        });
        for (int i = 0; i < 10; i++)
        {
            await chats[0].SendEventAsync("count", i, Token);
        }

        scheduler.RunToEnd();

        turns.Should().Be(10);
        CountOf(host, chats[0]).Should().Be(10);
    }

    [Fact]
    public async Task Threads_never_run_a_process_twice_at_once_and_keep_the_order_of_each_sender()
    {
        const int processes = 6;
        const int rounds = 200;
        ConcurrentDictionary<string, int> running = new(StringComparer.Ordinal);
        int overlaps = 0;
        await using BotHost host = new BotHostBuilder()
            .AddBot(TestHost.MakeBot(Script))
            .UseTurnRunner((workspace, state, input, environment) =>
            {
                if (running.AddOrUpdate(state.Identity.Address, 1, static (_, count) => count + 1) != 1)
                {
                    Interlocked.Increment(ref overlaps);
                }

                Thread.Yield();
                TurnResult result = Interpreter.Run(workspace, state, input, environment);
                running.AddOrUpdate(state.Identity.Address, 0, static (_, count) => count - 1);
                return result;
            })
            .Build();
        await host.StartAsync(Token);
        Conversation[] chats = new Conversation[processes];
        for (int i = 0; i < processes; i++)
        {
            chats[i] = await host.OpenAsync($"u{i}", cancellationToken: Token);
        }

        Value addresses = ListValue.From(chats.Select(static chat => Value.From(chat.Address)));
        await Task.WhenAll(chats.Select(chat => Task.Run(
            async () =>
            {
                for (int i = 0; i < rounds; i++)
                {
                    await chat.SendEventAsync("run", Value.MapOf(("times", processes), ("to", addresses)), Token);
                    await chats[0].SendEventAsync("count", Value.MapOf(("from", chat.Address), ("n", i)), Token);
                }
            },
            Token)));
        await host.WhenIdleAsync(Token);

        overlaps.Should().Be(0);
        foreach (Conversation chat in chats)
        {
            RequireOrder(VariablesOf(host, chat)["notes"].AsList()!, processes * rounds);
        }

        RequireOrder(VariablesOf(host, chats[0])["counts"].AsList()!, processes * rounds);
    }

    [Fact]
    public async Task A_thousand_idle_processes_have_no_thread()
    {
        (BotHost host, Conversation[] chats) = await StartAsync(1_000, scheduler: null);
        await using BotHost owned = host;
        await host.WhenIdleAsync(Token);

        host.Processes.Count.Should().Be(1_000);
        ThreadPool.ThreadCount.Should().BeLessThan(200);
        chats.Should().OnlyContain(chat => host.Processes.Find(chat.Address)!.IsOccupied == false);
    }

    [Fact]
    public async Task A_host_loads_what_is_needed_and_lets_go_of_what_is_quiet()
    {
        InMemoryStore store = new();
        VirtualTimeProvider clock = new();
        await using (TestHost first = await TestHost.StartAsync([TestHost.MakeBot(Script)], store, clock))
        {
            for (int i = 0; i < 20; i++)
            {
                await first.OpenAsync($"u{i}");
            }
        }

        await using TestHost host = await TestHost.StartAsync([TestHost.MakeBot(Script)], store, clock);
        host.Host.Processes.Count.Should().Be(0);
        await host.Host.SendEventAsync("main:u3~main", "count", 1, Token);
        await host.Host.WhenIdleAsync(Token);
        host.Host.Processes.Count.Should().Be(1);
        await host.AdvanceAsync(TimeSpan.FromMinutes(21));
        host.Host.Processes.Count.Should().Be(0);

        await host.Host.SendEventAsync("main:u3~main", "count", 2, Token);
        await host.Host.WhenIdleAsync(Token);
        VariablesOf(host.Host, "main:u3~main")["counts"].Should().Be((Value)ListValue.From([1, 2]));
    }

    private static async Task<(BotHost Host, Conversation[] Chats)> StartAsync(int count, SeededScheduler? scheduler, TurnRunner? runner = null)
    {
        BotHost host = new BotHostBuilder()
            .AddBot(TestHost.MakeBot(Script))
            .UseOptions(new BotHostOptions { Scheduler = scheduler })
            .UseTurnRunner(runner ?? Interpreter.Run)
            .Build();
        await host.StartAsync(Token);
        Conversation[] chats = new Conversation[count];
        for (int i = 0; i < count; i++)
        {
            chats[i] = await host.OpenAsync($"u{i}", cancellationToken: Token);
        }

        scheduler?.RunToEnd();
        return (host, chats);
    }

    private static void RequireOrder(ListValue notes, int expected)
    {
        notes.Count.Should().Be(expected);
        Dictionary<string, long> last = new(StringComparer.Ordinal);
        foreach (MapValue note in notes.Select(static note => note.AsMap()!))
        {
            string from = note["from"].ToString();
            long number = note["n"].AsInteger()!.Value;
            number.Should().BeGreaterThan(last.GetValueOrDefault(from, -1));
            last[from] = number;
        }
    }

    private static int CountOf(BotHost host, Conversation chat) => VariablesOf(host, chat)["counts"].AsList()?.Count ?? 0;

    private static MapValue VariablesOf(BotHost host, Conversation chat) => VariablesOf(host, chat.Address);

    private static MapValue VariablesOf(BotHost host, string address) =>
        Snapshots.Of(host.Processes.Find(address)!.State!, host.Processes.Workspace).Variables;
}
