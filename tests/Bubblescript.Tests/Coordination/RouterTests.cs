using System.Collections.Concurrent;
using Bubblescript.Coordination;
using Bubblescript.Testing;
using Bubblescript.Values;

namespace Bubblescript.Tests.Coordination;

/// <summary>Two hosts that share the processes of one workspace: an address is all that scripts know.</summary>
public sealed class RouterTests
{
    private const string Main = """
        dialog main do
          emit "hello", [name: "ann"], to: :master
        end

        dialog event: "welcome" do
          say "Welcome, number #{event.payload}."
        end

        task event: "count" do
          n = query :master, "count"
        end

        task event: "group" do
          spawn_group("~far", [topic: "art"])
          topic = query "~far", "topic"
        end

        task event: "colour" do
          reply "blue"
        end
        """;

    private const string Master = """
        task event: "hello" do
          people = people + [event.sender]
          emit "welcome", length(people), to: event.sender
        end

        task event: "count" do
          colour = query event.sender, "ignored"
          reply length(people)
        end
        """;

    private const string Group = """
        task event: "topic" do
          reply topic
        end
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_queries_and_replies_cross_hosts()
    {
        await using Pair pair = await Pair.StartAsync();
        Conversation chat = await pair.Near.OpenAsync("ann");
        await pair.SettleAsync();
        pair.Near.TextsOf(chat).Should().Equal("Welcome, number 1.");
        pair.Near.Host.Processes.Find("main:master")?.State.Should().BeNull("the other host runs the master");

        await chat.SendEventAsync("count", cancellationToken: Token);
        await pair.SettleAsync();
        await pair.AdvanceAsync(TimeSpan.FromMilliseconds(900));
        (await chat.InspectAsync(Token)).Waiting.Should().Be("query", "the master's own query to a process that waits has no answer");
        await pair.AdvanceAsync(TimeSpan.FromSeconds(1));

        (await chat.InspectAsync(Token)).Waiting.Should().BeNull();
        (await chat.EvaluateAsync("n", Token)).Should().Be(Value.AtomOf("timeout"));
    }

    [Fact]
    public async Task Groups_are_started_where_they_run()
    {
        await using Pair pair = await Pair.StartAsync();
        Conversation chat = await pair.Near.OpenAsync("ann");

        await chat.SendEventAsync("group", cancellationToken: Token);
        await pair.SettleAsync();

        (await chat.EvaluateAsync("topic", Token)).ToString().Should().Be("art");
        pair.Near.Host.Processes.Find("~far").Should().BeNull();
        pair.Far.Host.Processes.Find("~far").Should().NotBeNull();
    }

    [Fact]
    public async Task A_conversation_that_joins_a_group_of_another_host_starts_it_there()
    {
        await using Pair pair = await Pair.StartAsync();

        await pair.Near.OpenAsync("ann", new OpenOptions { G = "~joined" });
        await pair.SettleAsync();

        pair.Near.Host.Processes.Find("~joined").Should().BeNull();
        pair.Far.Host.Processes.Find("~joined").Should().NotBeNull();
    }

    [Fact]
    public async Task Events_and_queries_of_a_host_cross_too()
    {
        await using Pair pair = await Pair.StartAsync();
        Conversation chat = await pair.Near.OpenAsync("ann");
        await pair.SettleAsync();

        Task<Value> colour = pair.Far.Host.QueryAsync(chat.Address, "colour", cancellationToken: Token);
        await pair.SettleAsync();
        (await colour).ToString().Should().Be("blue");
        await pair.Far.Host.SendEventAsync(chat.Address, "welcome", 5, Token);
        await pair.SettleAsync();

        pair.Near.TextsOf(chat).Should().Equal("Welcome, number 1.", "Welcome, number 5.");
    }

    [Fact]
    public async Task An_input_that_arrives_twice_acts_once()
    {
        await using Pair pair = await Pair.StartAsync(copies: 2);
        Conversation chat = await pair.Near.OpenAsync("ann");
        await pair.SettleAsync();

        pair.Near.TextsOf(chat).Should().Equal("Welcome, number 1.");
    }

    /// <summary>The near host runs conversations, the far one masters and groups.</summary>
    private sealed class Pair : IAsyncDisposable
    {
        private readonly VirtualTimeProvider _clock;
        private readonly Line _toNear;
        private readonly Line _toFar;

        private Pair(TestHost near, TestHost far, VirtualTimeProvider clock, Line toNear, Line toFar)
        {
            Near = near;
            Far = far;
            _clock = clock;
            _toNear = toNear;
            _toFar = toFar;
        }

        public TestHost Near { get; }

        public TestHost Far { get; }

        public static async Task<Pair> StartAsync(int copies = 1)
        {
            VirtualTimeProvider clock = new();
            Line toFar = new(static address => IsNear(address), copies);
            Line toNear = new(static address => !IsNear(address), copies);
            TestHost near = await StartAsync(clock, toFar);
            TestHost far = await StartAsync(clock, toNear);
            return new Pair(near, far, clock, toNear, toFar);
        }

        public async Task SettleAsync()
        {
            do
            {
                await Near.Host.WhenIdleAsync(Token);
                await Far.Host.WhenIdleAsync(Token);
            }
            while (_toFar.Deliver(Far.Host) | _toNear.Deliver(Near.Host));
        }

        public async Task AdvanceAsync(TimeSpan duration)
        {
            await _clock.AdvanceAsync(duration, SettleAsync);
            await SettleAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Near.DisposeAsync();
            await Far.DisposeAsync();
        }

        private static bool IsNear(string address) => address.StartsWith("main:", StringComparison.Ordinal) && !address.EndsWith(":master", StringComparison.Ordinal);

        private static Task<TestHost> StartAsync(VirtualTimeProvider clock, Line line) => TestHost.StartAsync(
            [TestHost.MakeBot(Main, Master, Group)],
            new Bubblescript.Storage.InMemoryStore(),
            clock,
            builder => builder.UseOptions(new BotHostOptions { Router = line }));
    }

    private sealed class Line(Func<string, bool> isLocal, int copies) : IProcessRouter
    {
        private readonly ConcurrentQueue<RoutedInput> _underway = new();

        public bool IsLocal(string address) => isLocal(address);

        public void Forward(RoutedInput input)
        {
            for (int i = 0; i < copies; i++)
            {
                _underway.Enqueue(input);
            }
        }

        public bool Deliver(BotHost receiver)
        {
            bool isAny = false;
            while (_underway.TryDequeue(out RoutedInput? input))
            {
                receiver.Receive(input);
                isAny = true;
            }

            return isAny;
        }
    }
}
