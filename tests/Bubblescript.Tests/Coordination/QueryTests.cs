using Bubblescript.Coordination;
using Bubblescript.Testing;
using Bubblescript.Values;

namespace Bubblescript.Tests.Coordination;

public sealed class QueryTests
{
    [Fact]
    public async Task A_query_without_reply_gives_timeout_after_a_second()
    {
        await using TestHost host = await TestHost.StartAsync("dialog main do x = query :master, \"q\"\nsay \"#{x}\" end", master: "task event: \"o\" do end");
        Conversation chat = await host.OpenAsync("ann");

        await host.AdvanceAsync(TimeSpan.FromMilliseconds(999));
        host.TextsOf(chat).Should().BeEmpty();
        (await chat.InspectAsync()).Waiting.Should().Be("query");
        await host.AdvanceAsync(TimeSpan.FromMilliseconds(1));

        host.TextsOf(chat).Should().Equal("timeout");
    }

    [Theory]
    [InlineData("\"nobody\"")]
    [InlineData("conversation.addr")]
    [InlineData("\"~nogroup\"")]
    [InlineData("\"main:ghost~main\"")]
    public async Task A_query_to_oneself_or_nobody_times_out_like_any_other(string address)
    {
        await using TestHost host = await TestHost.StartAsync($"dialog main do x = query {address}, \"q\"\nsay \"#{{x}}\" end");
        Conversation chat = await host.OpenAsync("ann");
        host.TextsOf(chat).Should().BeEmpty();

        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        host.TextsOf(chat).Should().Equal("timeout");
    }

    [Fact]
    public async Task Processes_that_ask_each_other_both_time_out_and_go_on()
    {
        const string script = """
            task event: "ask" do
              x = query event.payload, "question"
              result = x
            end
            task event: "question" do reply "answer" end
            """;
        await using TestHost host = await TestHost.StartAsync(script);
        Conversation ann = await host.OpenAsync("ann");
        Conversation bob = await host.OpenAsync("bob");
        await ann.SendEventAsync("ask", bob.Address, TestContext.Current.CancellationToken);
        await bob.SendEventAsync("ask", ann.Address, TestContext.Current.CancellationToken);
        await host.Host.WhenIdleAsync(TestContext.Current.CancellationToken);

        // Whoever came first may have got its answer; only if both had asked before either could answer do both time out.
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        foreach (Conversation chat in (Conversation[])[ann, bob])
        {
            (await chat.EvaluateAsync("result")).ToString().Should().BeOneOf("timeout", "answer");
            (await chat.InspectAsync()).Waiting.Should().BeNull();
        }
    }

    [Fact]
    public void Mutual_queries_that_cross_time_out_in_every_order()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            CrossQueries(seed).Should().Equal("timeout", "timeout");
        }
    }

    [Fact]
    public async Task Nested_queries_are_answered_from_the_inside_out()
    {
        await using TestHost host = await TestHost.StartAsync(
            "dialog main do spawn_group(\"~g\")\nx = query :master, \"outer\", 5\nsay \"#{x}\" end",
            master: "task event: \"outer\" do y = query \"~g\", \"inner\", event.payload\nreply y + 1 end",
            group: "task event: \"inner\" do reply event.payload * 10 end");

        host.TextsOf(await host.OpenAsync("ann")).Should().Equal("51");
    }

    [Fact]
    public async Task A_late_reply_is_dropped_and_the_next_query_gets_its_own()
    {
        await using TestHost host = await TestHost.StartAsync(
            """
            dialog main do
              spawn_group("~g")
              x = query :master, "slow"
              y = query :master, "fast"
              say "#{x} #{y}"
            end
            """,
            master: """
                task event: "slow" do
                  z = query "~g", "never"
                  reply "late"
                end
                task event: "fast" do reply "fast" end
                """,
            group: "task event: \"o\" do end",
            configure: static builder => builder.UseOptions(new BotHostOptions { QueryTimeout = TimeSpan.FromSeconds(1) }));
        Conversation chat = await host.OpenAsync("ann");

        await host.AdvanceAsync(TimeSpan.FromSeconds(5));

        host.TextsOf(chat).Should().Equal("timeout fast");
    }

    [Fact]
    public async Task Others_go_on_while_a_process_waits_for_a_reply()
    {
        await using TestHost host = await TestHost.StartAsync(
            "dialog main do x = query :master, \"never\" end\ndialog __unknown__ do say \"heard\" end", master: "task event: \"o\" do end");
        Conversation waiting = await host.OpenAsync("ann");
        await host.SayAsync(waiting, "hello?");
        host.TextsOf(waiting).Should().BeEmpty();

        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        host.TextsOf(waiting).Should().Equal("heard");
    }

    [Fact]
    public async Task The_first_reply_of_a_host_query_wins_and_none_is_timeout()
    {
        await using TestHost host = await TestHost.StartAsync(
            "dialog main do end", master: "task event: \"q\" do reply 1\nreply 2 end\ntask event: \"mute\" do end");

        (await host.Host.QueryAsync(":master", "q", cancellationToken: TestContext.Current.CancellationToken)).Should().Be((Value)1);
        Task<Value> mute = host.Host.QueryAsync(":master", "mute", cancellationToken: TestContext.Current.CancellationToken);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        (await mute).Should().Be(Value.AtomOf("timeout"));
    }

    [Fact]
    public async Task A_query_in_a_loop_asks_once_per_round()
    {
        await using TestHost host = await TestHost.StartAsync(
            "dialog main do repeat i in [1, 2, 3] do x = query :master, \"sq\", i\nsum = sum + x end\nsay \"#{sum}\" end",
            master: "task event: \"sq\" do asked = asked + 1\nreply event.payload * event.payload end\ntask event: \"count\" do reply asked end");

        host.TextsOf(await host.OpenAsync("ann")).Should().Equal("14");
        (await host.Host.QueryAsync(":master", "count", cancellationToken: TestContext.Current.CancellationToken)).Should().Be((Value)3);
    }

    [Fact]
    public async Task A_query_after_many_that_were_answered_has_a_second_of_its_own()
    {
        await using TestHost host = await TestHost.StartAsync(
            """
            task event: "quick" do
              x = query :master, "answered", event.payload
              last = x
            end
            task event: "slow" do
              x = query :master, "never"
              last = x
            end
            """,
            master: "task event: \"answered\" do reply event.payload end");
        Conversation chat = await host.OpenAsync("ann");
        for (int i = 1; i <= 30; i++)
        {
            await host.EmitAsync(chat, "quick", i);
            (await chat.EvaluateAsync("last", TestContext.Current.CancellationToken)).Should().Be((Value)i);
            await host.AdvanceAsync(TimeSpan.FromMilliseconds(100));
        }

        await host.EmitAsync(chat, "slow");
        await host.AdvanceAsync(TimeSpan.FromMilliseconds(999));
        (await chat.InspectAsync(TestContext.Current.CancellationToken)).Waiting.Should().Be("query");
        await host.AdvanceAsync(TimeSpan.FromMilliseconds(1));
        (await chat.EvaluateAsync("last", TestContext.Current.CancellationToken)).Should().Be(Value.AtomOf("timeout"));
    }

    [Fact]
    public async Task The_clock_keeps_nothing_of_processes_whose_queries_are_answered()
    {
        await using TestHost host = await TestHost.StartAsync(
            "task event: \"quick\" do x = query :master, \"answered\" end", master: "task event: \"answered\" do reply 1 end");
        for (int i = 0; i < 10; i++)
        {
            await host.EmitAsync(await host.OpenAsync($"u{i}"), "quick");
        }

        host.Host.Processes.Timers.WatchCount.Should().Be(10);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        host.Host.Processes.Timers.WatchCount.Should().Be(0);
    }

    private static List<string> CrossQueries(int seed)
    {
        SeededScheduler scheduler = new(seed);
        VirtualTimeProvider clock = new();
        BotHost host = new BotHostBuilder()
            .AddBot(TestHost.MakeBot("""
                task event: "ask" do
                  x = query event.payload, "question"
                  result = x
                end
                task event: "question" do reply "answer" end
                """))
            .UseTimeProvider(clock)
            .UseOptions(new BotHostOptions { Scheduler = scheduler })
            .Build();
        host.StartAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        List<Conversation> chats = [];
        foreach (string user in (string[])["ann", "bob"])
        {
            chats.Add(host.OpenAsync(user).GetAwaiter().GetResult());
            scheduler.RunToEnd();
        }

        // Both inputs are there before either process runs, so both ask before either can answer.
        _ = chats[0].SendEventAsync("ask", chats[1].Address);
        _ = chats[1].SendEventAsync("ask", chats[0].Address);
        scheduler.RunOne();
        scheduler.RunOne();
        scheduler.RunToEnd();
        clock.AdvanceAsync(TimeSpan.FromSeconds(1)).GetAwaiter().GetResult();
        scheduler.RunToEnd();
        return [.. chats.Select(static chat => chat.EvaluateAsync("result").GetAwaiter().GetResult().ToString())];
    }
}
