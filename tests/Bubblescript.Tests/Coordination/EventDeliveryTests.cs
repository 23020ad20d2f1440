using Bubblescript.Coordination;
using Bubblescript.Values;

namespace Bubblescript.Tests.Coordination;

public sealed class EventDeliveryTests
{
    private const string HoldingMaster = """
        task event: "hold" do x = query event.payload, "never" end
        """;

    [Fact]
    public async Task Events_to_unknown_addresses_are_dropped_and_reported()
    {
        await using TestHost host = await TestHost.StartAsync("""
            dialog main do
              emit "a", to: "nobody"
              emit "b", to: "main:ghost~main"
              emit "c", to: "~nogroup"
              emit "d", to: :master
              say "Done."
            end
            """);
        Conversation chat = await host.OpenAsync("ann");

        host.TextsOf(chat).Should().Equal("Done.");
        host.Events.OfType<InputDropped>().Select(static dropped => (dropped.Address, dropped.Name, dropped.Sender)).Should().BeEquivalentTo(
        [
            ("nobody", "a", chat.Address),
            ("main:ghost~main", "b", chat.Address),
            ("~nogroup", "c", chat.Address),
            (":master", "d", chat.Address),
        ]);
        host.Host.Processes.Count.Should().Be(1);
    }

    [Fact]
    public async Task The_page_gets_its_events_through_observers()
    {
        await using TestHost host = await TestHost.StartAsync("dialog main do emit \"open\", [a: 1], to: :chat_bubble end");
        Conversation chat = await host.OpenAsync("ann");

        host.Events.OfType<EmitSent>().Should().ContainSingle()
            .Which.Should().Be(new EmitSent(chat.Address, ":chat_bubble", "open", Value.MapOf(("a", 1))));
        host.Events.OfType<InputDropped>().Should().BeEmpty();
    }

    [Fact]
    public async Task Events_of_the_host_reach_conversations_masters_and_groups()
    {
        await using TestHost host = await TestHost.StartAsync(
            "dialog main do spawn_group(\"~g\") end\ntask event: \"e\" do got = event.payload end",
            master: "task event: \"e\" do got = event.payload end\ntask event: \"get\" do reply got end",
            group: "task event: \"e\" do got = event.payload end\ntask event: \"get\" do reply got end");
        Conversation chat = await host.OpenAsync("ann");

        await host.Host.SendEventAsync(chat.Address, "e", 1, TestContext.Current.CancellationToken);
        await host.Host.SendEventAsync(":master", "e", 2, TestContext.Current.CancellationToken);
        await host.Host.SendEventAsync("~g", "e", 3, TestContext.Current.CancellationToken);

        (await host.Host.QueryAsync("main:master", "get", cancellationToken: TestContext.Current.CancellationToken)).Should().Be((Value)2);
        (await host.Host.QueryAsync("~g", "get", cancellationToken: TestContext.Current.CancellationToken)).Should().Be((Value)3);
        await host.Host.WhenIdleAsync(TestContext.Current.CancellationToken);
        (await chat.EvaluateAsync("got")).Should().Be((Value)1);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("~nogroup")]
    [InlineData("main:ghost~main")]
    [InlineData(":master")]
    public async Task Hosts_learn_that_an_address_is_unknown(string address)
    {
        await using TestHost host = await TestHost.StartAsync("dialog main do end");

        await host.Host.Awaiting(known => known.SendEventAsync(address, "e")).Should().ThrowAsync<UnknownAddressException>()
            .WithMessage($"No process has the address '{address}'.");
    }

    [Fact]
    public async Task Each_bot_has_its_own_master()
    {
        await using TestHost host = await TestHost.StartAsync(
            [
                TestHost.MakeBot("dialog main do x = query :master, \"who\"\nsay x end", master: "task event: \"who\" do reply \"first\" end"),
                TestHost.MakeBot("dialog main do x = query :master, \"who\"\nsay x end", master: "task event: \"who\" do reply \"second\" end", id: "two"),
            ],
            new Bubblescript.Storage.InMemoryStore(),
            new());

        Conversation first = await host.OpenAsync("ann");
        Conversation second = await host.OpenAsync("ann", new OpenOptions { BotId = "two" });

        host.TextsOf(first).Should().Equal("first");
        host.TextsOf(second).Should().Equal("second");
    }

    [Fact]
    public async Task A_full_inbox_is_a_runtime_error_of_the_sender()
    {
        await using TestHost host = await TestHost.StartAsync(
            """
            task event: "flood" do
              repeat 10 do emit "x", to: :master end
              repeat 10 do emit "x", to: event.payload end
            end
            dialog __error__ do say error.message end
            """,
            HoldingMaster,
            configure: static builder => builder.UseLimits(new ExecutionLimits { Inbox = 5 }));
        Conversation busy = await FillInboxOfMasterAsync(host, 5);
        Conversation chat = await host.OpenAsync("ann");

        await host.EmitAsync(chat, "flood", busy.Address);

        host.TextsOf(chat).Should().Equal("the inbox of :master is full: 5 inputs wait");
    }

    [Fact]
    public async Task A_query_to_a_full_inbox_is_a_runtime_error_of_the_asker()
    {
        await using TestHost host = await TestHost.StartAsync(
            """
            task event: "ask" do x = query event.payload, "q" end
            dialog __error__ do say error.message end
            """,
            HoldingMaster,
            configure: static builder => builder.UseLimits(new ExecutionLimits { Inbox = 2 }));
        await FillInboxOfMasterAsync(host, 2);
        Conversation chat = await host.OpenAsync("ann");

        await host.EmitAsync(chat, "ask", Value.AtomOf("master"));

        host.TextsOf(chat).Should().Equal("the inbox of :master is full: 2 inputs wait");
    }

    [Fact]
    public async Task Hosts_wait_while_an_inbox_is_full()
    {
        await using TestHost host = await TestHost.StartAsync(
            "dialog main do x = query :master, \"slow\" end\ntask event: \"n\" do n = n + 1 end",
            master: "task event: \"other\" do x = 1 end",
            configure: static builder => builder.UseLimits(new ExecutionLimits { Inbox = 3 }));
        Conversation chat = await host.OpenAsync("ann");
        for (int i = 0; i < 3; i++)
        {
            await chat.SendEventAsync("n", cancellationToken: TestContext.Current.CancellationToken);
        }

        Task fourth = chat.SendEventAsync("n", cancellationToken: TestContext.Current.CancellationToken);
        fourth.IsCompleted.Should().BeFalse();
        await host.AdvanceAsync(TimeSpan.FromSeconds(2));
        await fourth;
        await host.Host.WhenIdleAsync(TestContext.Current.CancellationToken);

        (await chat.EvaluateAsync("n")).Should().Be((Value)4);
    }

    [Fact]
    public async Task A_group_ends_and_comes_back_with_its_variables()
    {
        await using TestHost host = await TestHost.StartAsync(
            "dialog main do spawn_group(\"~g\", [topic: \"art\"]) end",
            group: """
                @timeout "2m"
                task __init__ do starts = starts + 1 end
                dialog __timeout__ do ended = true end
                task event: "get" do reply [topic: topic, starts: starts, ended: ended] end
                """);
        await host.OpenAsync("ann");
        await host.AdvanceAsync(TimeSpan.FromMinutes(3));
        host.Host.Processes.Find("~g").Should().BeNull();

        Value answer = await host.Host.QueryAsync("~g", "get", cancellationToken: TestContext.Current.CancellationToken);

        answer.Should().Be(Value.MapOf(("topic", "art"), ("starts", 2), ("ended", true)));
    }

    [Fact]
    public async Task Mails_go_to_the_sender_and_failures_to_the_observers()
    {
        FailingMailSender sender = new();
        await using TestHost host = await TestHost.StartAsync(
            "dialog main do mail \"a@example.com\", \"Hello\", \"Body\" end", configure: builder => builder.UseMailSender(sender));

        await host.OpenAsync("ann");

        sender.Sent.Should().ContainSingle().Which.Subject.Should().Be("Hello");
        host.Events.OfType<MailRequested>().Should().ContainSingle();
        host.Events.OfType<HostFault>().Should().ContainSingle().Which.Message.Should().Be("A message to a@example.com could not be sent: no server");
    }

    /// <summary>Lets the master wait for the answer of a conversation, which is returned, and so many inputs for the master.</summary>
    private static async Task<Conversation> FillInboxOfMasterAsync(TestHost host, int count)
    {
        Conversation busy = await host.OpenAsync("busy");
        await host.Host.SendEventAsync(":master", "hold", busy.Address, TestContext.Current.CancellationToken);
        await host.Host.WhenIdleAsync(TestContext.Current.CancellationToken);
        for (int i = 0; i < count; i++)
        {
            await host.Host.SendEventAsync(":master", "wait", cancellationToken: TestContext.Current.CancellationToken);
        }

        return busy;
    }

    private sealed class FailingMailSender : IMailSender
    {
        public List<MailMessage> Sent { get; } = [];

        public Task SendAsync(string address, MailMessage mail, CancellationToken cancellationToken)
        {
            Sent.Add(mail);
            return Task.FromException(new InvalidOperationException("no server"));
        }
    }
}
