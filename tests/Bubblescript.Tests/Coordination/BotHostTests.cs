using Bubblescript.Coordination;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Messages;
using Bubblescript.Storage;
using Bubblescript.Values;

namespace Bubblescript.Tests.Coordination;

public sealed class BotHostTests
{
    private const string Greeter = """
        dialog main do
          name = ask "Who are you?"
          say "Hello #{name}"
        end
        """;

    [Fact]
    public async Task A_conversation_is_opened_once_and_then_reconnected()
    {
        await using TestHost host = await TestHost.StartAsync(Greeter + """

            dialog event: "$connect" do
              say "There you are."
            end
            """);

        Conversation first = await host.OpenAsync("ann");
        Conversation second = await host.OpenAsync("ann");

        second.Address.Should().Be(first.Address);
        host.TextsOf(first).Should().Equal("Who are you?", "There you are.", "Who are you?");
    }

    [Fact]
    public async Task A_conversation_opened_without_connect_waits_for_the_first_input()
    {
        await using TestHost host = await TestHost.StartAsync("""
            dialog main do
              say "From #{origin}: #{message}"
            end
            """);
        Conversation chat = await host.OpenAsync(
            "ann", new OpenOptions { Connect = false, Context = MapValue.From(("origin", "shop"), ("user", Value.MapOf(("first_name", "Ann")))) });

        (await chat.InspectAsync()).IsOpen.Should().BeFalse();
        host.TextsOf(chat).Should().BeEmpty();
        await host.SayAsync(chat, "hi");

        host.TextsOf(chat).Should().Equal("From shop: hi");
        (await chat.EvaluateAsync("user.first_name")).Should().Be((Value)"Ann");
    }

    [Fact]
    public async Task Conversations_differ_by_user_bot_and_name()
    {
        await using TestHost host = await TestHost.StartAsync(
            [TestHost.MakeBot(Greeter), TestHost.MakeBot(Greeter, id: "other")], new InMemoryStore(), new());

        Conversation[] chats =
        [
            await host.OpenAsync("ann"),
            await host.OpenAsync("ann", new OpenOptions { G = "work" }),
            await host.OpenAsync("ann", new OpenOptions { BotId = "other" }),
            await host.OpenAsync("bob"),
        ];

        chats.Select(static chat => chat.Address).Should().OnlyHaveUniqueItems();
        chats.Should().OnlyContain(chat => host.TextsOf(chat).Count == 1);
    }

    [Fact]
    public async Task A_reader_gets_the_messages_from_the_opening_on()
    {
        await using TestHost host = await TestHost.StartAsync(Greeter);
        Conversation chat = await host.OpenAsync("ann");
        await host.SayAsync(chat, "Ann");

        List<string> read = [];
        await foreach (ChatMessage message in chat.ReadMessagesAsync(TestContext.Current.CancellationToken))
        {
            if (message.Payload is TextPayload text)
            {
                read.Add(text.Message);
            }

            if (read.Count == 2)
            {
                break;
            }
        }

        read.Should().Equal("Who are you?", "Hello Ann");
    }

    [Fact]
    public async Task Readers_end_when_the_host_stops()
    {
        await using TestHost host = await TestHost.StartAsync("dialog main do say \"Hi\" end");
        Conversation chat = await host.OpenAsync("ann");
        Task<int> reading = chat.ReadMessagesAsync(TestContext.Current.CancellationToken)
            .CountAsync(static message => message.Type == ChatMessageType.Text, TestContext.Current.CancellationToken).AsTask();

        await host.Host.StopAsync(TestContext.Current.CancellationToken);

        (await reading).Should().Be(1);
    }

    [Fact]
    public async Task A_slow_reader_loses_the_oldest_messages()
    {
        await using TestHost host = await TestHost.StartAsync(
            "dialog main do repeat i in 1..5 do say \"#{i}\" end end",
            configure: static builder => builder.UseOptions(new BotHostOptions { MessageBuffer = 2 }));
        Conversation chat = await host.OpenAsync("ann");

        await host.Host.StopAsync(TestContext.Current.CancellationToken);
        List<ChatMessage> read = await chat.ReadMessagesAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        read.Should().HaveCount(2);
        read[^1].Payload.Should().BeOfType<TextPayload>().Which.Message.Should().Be("5");
    }

    [Fact]
    public async Task The_history_has_what_user_and_bot_said()
    {
        await using TestHost host = await TestHost.StartAsync(Greeter);
        Conversation chat = await host.OpenAsync("ann");
        await host.SayAsync(chat, "Ann");

        IReadOnlyList<StoredMessage> page = await chat.ReadHistoryAsync(count: 2, cancellationToken: TestContext.Current.CancellationToken);
        IReadOnlyList<StoredMessage> earlier =
            await chat.ReadHistoryAsync(page[^1].Number, cancellationToken: TestContext.Current.CancellationToken);

        page.Select(static entry => entry.Message.Type).Should().Equal(ChatMessageType.Text, ChatMessageType.UserMessage);
        earlier.Should().ContainSingle().Which.Message.Payload.Should().BeOfType<TextPayload>().Which.Message.Should().Be("Who are you?");
    }

    [Fact]
    public async Task What_the_user_does_is_told_before_the_answer()
    {
        await using TestHost host = await TestHost.StartAsync("dialog __unknown__ do say \"What?\" end");
        Conversation chat = await host.OpenAsync("ann");
        await host.SayAsync(chat, "hm");

        host.Events.Where(static happened => happened is UserActed or OutgoingMessage { Message.Type: ChatMessageType.Text })
            .Select(static happened => happened.GetType()).Should().Equal(typeof(UserActed), typeof(OutgoingMessage));
    }

    [Fact]
    public async Task An_action_with_a_known_id_is_taken_once()
    {
        await using TestHost host = await TestHost.StartAsync("dialog __unknown__ do say \"#{message}\" end");
        Conversation chat = await host.OpenAsync("ann");

        await chat.SendAsync(new UserTextAction("a") { Id = "1" }, TestContext.Current.CancellationToken);
        await chat.SendAsync(new UserTextAction("b") { Id = "2" }, TestContext.Current.CancellationToken);
        await chat.SendAsync(new UserTextAction("a") { Id = "1" }, TestContext.Current.CancellationToken);
        await host.Host.WhenIdleAsync(TestContext.Current.CancellationToken);

        host.TextsOf(chat).Should().Equal("a", "b");
    }

    [Fact]
    public async Task Actions_out_of_range_are_refused_before_they_are_sent()
    {
        await using TestHost host = await TestHost.StartAsync(Greeter);
        Conversation chat = await host.OpenAsync("ann");

        await chat.Awaiting(static conversation => conversation.SendAsync(new string('x', 65_537)))
            .Should().ThrowAsync<ArgumentException>().WithMessage("The text has 65537 characters; a message may have 65536.*");
        await chat.Awaiting(static conversation => conversation.SendAsync(new UserLocationAction(91, 0)))
            .Should().ThrowAsync<ArgumentOutOfRangeException>().WithMessage("Degrees must be from -90 to 90.*");
        await chat.Awaiting(static conversation => conversation.SendAsync(new UserEventAction(""))).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task A_host_that_does_not_run_refuses_inputs()
    {
        BotHost host = new BotHostBuilder().AddBot(TestHost.MakeBot(Greeter)).Build();
        await host.Awaiting(static idle => idle.OpenAsync("ann")).Should().ThrowAsync<InvalidOperationException>()
            .WithMessage("The host does not run; call StartAsync first, and nothing after StopAsync.");
        await host.StartAsync(TestContext.Current.CancellationToken);
        Conversation chat = await host.OpenAsync("ann", cancellationToken: TestContext.Current.CancellationToken);
        await host.DisposeAsync();

        await chat.Awaiting(static conversation => conversation.SendAsync("hi")).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public void A_host_needs_bots_with_different_ids()
    {
        new BotHostBuilder().Invoking(static builder => builder.Build()).Should().Throw<InvalidOperationException>()
            .WithMessage("The host has no bot; add one with AddBot.");
        new BotHostBuilder().AddBot(TestHost.MakeBot(Greeter)).AddBot(TestHost.MakeBot(Greeter)).Invoking(static builder => builder.Build())
            .Should().Throw<InvalidOperationException>().WithMessage("The host has two bots with the id 'main'.");
    }

    [Fact]
    public async Task An_expression_is_evaluated_in_the_state_of_the_conversation()
    {
        await using TestHost host = await TestHost.StartAsync("dialog main do total = 2 + 3 end");
        Conversation chat = await host.OpenAsync("ann");

        (await chat.EvaluateAsync("total * 2")).Should().Be((Value)10);
        await chat.Awaiting(static conversation => conversation.EvaluateAsync("total *")).Should().ThrowAsync<ArgumentException>();
        await chat.Awaiting(static conversation => conversation.EvaluateAsync("total - \"x\"")).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task A_snapshot_shows_variables_stack_wait_and_timers()
    {
        await using TestHost host = await TestHost.StartAsync("""
            dialog main do
              n = 1
              emit "later", in: "5m"
              ask "Well?", timeout: 30
            end
            """);
        Conversation chat = await host.OpenAsync("ann");

        ConversationSnapshot snapshot = await chat.InspectAsync();

        snapshot.Variables["n"].Should().Be((Value)1);
        snapshot.Stack.Should().StartWith("main");
        snapshot.Waiting.Should().Be("ask");
        snapshot.IsOpen.Should().BeTrue();
        snapshot.Timers.Select(static timer => timer.Kind).Should().BeEquivalentTo("session", "schedule", "ask");
        snapshot.BotStack.Should().Equal("main");
    }

    [Fact]
    public async Task A_fault_in_one_process_does_not_touch_another()
    {
        await using TestHost host = await TestHost.StartAsync("dialog __unknown__ do say \"ok\" end", configure: static builder =>
            builder.UseTurnRunner(static (workspace, state, input, environment) =>
                state.Identity.UserId == "bad" && input is MessageInput
                    ? throw new InvalidCastException("broken")
                    : Interpreter.Run(workspace, state, input, environment)));
        Conversation bad = await host.OpenAsync("bad");
        Conversation good = await host.OpenAsync("good");

        await host.SayAsync(bad, "hi");
        await host.SayAsync(good, "hi");

        host.TextsOf(good).Should().Equal("ok");
        host.Events.OfType<HostFault>().Should().ContainSingle()
            .Which.Message.Should().Be("A fault of the library ended a turn: broken The input was dropped.");
        (await bad.InspectAsync()).IsOpen.Should().BeTrue();
    }

    [Fact]
    public async Task A_failing_observer_does_not_stop_the_conversation()
    {
        await using TestHost host = await TestHost.StartAsync(Greeter);
        using IDisposable subscription = host.Host.Observe(static _ => throw new InvalidOperationException("observer"));

        Conversation chat = await host.OpenAsync("ann");
        await host.SayAsync(chat, "Ann");

        host.TextsOf(chat).Should().Equal("Who are you?", "Hello Ann");
    }

    [Fact]
    public async Task A_passivated_conversation_comes_back_as_it_was()
    {
        await using TestHost host = await TestHost.StartAsync(
            "@timeout :infinity\n" + Greeter,
            configure: static builder => builder.UseOptions(new BotHostOptions { PassivateAfter = TimeSpan.FromMinutes(5) }));
        Conversation chat = await host.OpenAsync("ann");

        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        host.Host.Processes.Count.Should().Be(0);
        await host.SayAsync(chat, "Ann");

        host.TextsOf(chat).Should().Equal("Who are you?", "Hello Ann");
    }

    [Fact]
    public async Task Closed_conversations_are_told_and_start_afresh()
    {
        await using TestHost host = await TestHost.StartAsync("dialog main do say \"Hi\"\nclose end");
        Conversation chat = await host.OpenAsync("ann");
        (await chat.InspectAsync()).IsClosed.Should().BeTrue();

        await host.OpenAsync("ann");

        host.TextsOf(chat).Should().Equal("Hi", "Hi");
        host.Events.OfType<ConversationClosed>().Should().HaveCount(2);
    }
}
