using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Values;

namespace Bubblescript.Tests.Coordination;

/// <summary>What a host's own code does to the bot stack.</summary>
public sealed class BotStackTests
{
    private const string Front = """
        dialog main do
          ask "Front?", expecting: ["yes"]
          say "Front got #{answer}."
        end

        dialog welcome_back do
          say "Back with #{request.data.n} from #{request.bot}."
        end
        """;

    private const string Shop = """
        dialog main do
          say "Shop for #{request.bot}."
        end

        dialog basket do
          say "Basket #{request.data.id}."
        end
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bot_stack_names_the_bots_with_the_topmost_last()
    {
        await using TestHost host = await StartAsync();
        Conversation chat = await host.OpenAsync("ann");
        chat.BotStack.Should().Equal("front");

        await chat.SwitchBotAsync("shop", cancellationToken: Token);
        await host.Host.WhenIdleAsync(Token);

        chat.BotStack.Should().Equal("front", "shop");
        (await chat.InspectAsync(Token)).BotStack.Should().Equal("front", "shop");
    }

    [Fact]
    public async Task A_host_switches_and_returns_and_the_question_below_is_repeated()
    {
        await using TestHost host = await StartAsync();
        Conversation chat = await host.OpenAsync("ann");

        await chat.SwitchBotAsync("shop", cancellationToken: Token);
        await chat.ReturnBotAsync(cancellationToken: Token);
        await host.SayAsync(chat, "yes");

        host.TextsOf(chat).Should().Equal("Front?", "Shop for front.", "Front?", "Front got yes.");
        chat.BotStack.Should().Equal("front");
    }

    [Fact]
    public async Task A_host_chooses_dialogs_and_passes_data()
    {
        await using TestHost host = await StartAsync();
        Conversation chat = await host.OpenAsync("ann");

        await chat.SwitchBotAsync("shop", "basket", MapValue.From(("id", 7)), Token);
        await chat.ReturnBotAsync("welcome_back", MapValue.From(("n", 2)), Token);
        await host.Host.WhenIdleAsync(Token);

        host.TextsOf(chat).Should().Equal("Front?", "Basket 7.", "Back with 2 from shop.", "Front?");
    }

    [Fact]
    public async Task Reply_objects_switch_and_return()
    {
        await using TestHost host = await StartAsync();
        Conversation chat = await host.OpenAsync("ann");

        await chat.ChangeContextAsync("""{"type": "context-switch", "targetBotId": "shop", "targetState": "basket", "parameters": {"id": 7}}""", Token);
        await chat.ChangeContextAsync("""{"type": "context-return", "state": "welcome_back", "data": {"n": 2}}""", Token);
        await chat.ChangeContextAsync("""{"type": "context-switch", "targetBotId": "shop"}""", Token);
        await chat.ChangeContextAsync("""{"type": "context-return"}""", Token);
        await host.Host.WhenIdleAsync(Token);

        host.TextsOf(chat).Should().Equal("Front?", "Basket 7.", "Back with 2 from shop.", "Front?", "Shop for front.", "Front?");
    }

    [Theory]
    [InlineData("[]", "The reply is no JSON object.*")]
    [InlineData("{}", "The type '' is unknown.*")]
    [InlineData("""{"type": "context-jump"}""", "The type 'context-jump' is unknown.*")]
    [InlineData("""{"type": "context-switch"}""", "'targetBotId' is missing.*")]
    [InlineData("""{"type": "context-switch", "targetBotId": "shop", "targetState": 5}""", "'targetState' must be the name of a dialog, as text.*")]
    [InlineData("""{"type": "context-return", "data": [1]}""", "'data' must be an object.*")]
    [InlineData("""{"type": "context-switch", "targetBotId": "nobody"}""", "The host has no bot 'nobody'.*")]
    public async Task Objects_that_say_nothing_sensible_are_refused(string json, string message)
    {
        await using TestHost host = await StartAsync();
        Conversation chat = await host.OpenAsync("ann");

        await chat.Awaiting(known => known.ChangeContextAsync(json, Token)).Should().ThrowAsync<ArgumentException>().WithMessage(message);

        chat.BotStack.Should().Equal("front");
    }

    [Fact]
    public async Task A_return_to_nowhere_is_told_and_changes_nothing()
    {
        await using TestHost host = await StartAsync();
        Conversation chat = await host.OpenAsync("ann");

        await chat.ReturnBotAsync(cancellationToken: Token);
        await host.Host.WhenIdleAsync(Token);

        host.Events.OfType<ScriptLog>().Should().ContainSingle()
            .Which.Text.Should().Be("the host cannot return to another bot: none handed the conversation over");
        host.TextsOf(chat).Should().Equal("Front?");
    }

    [Fact]
    public async Task A_dialog_that_the_other_bot_lacks_is_told_and_changes_nothing()
    {
        await using TestHost host = await StartAsync();
        Conversation chat = await host.OpenAsync("ann");

        await chat.SwitchBotAsync("shop", "nowhere", cancellationToken: Token);
        await host.Host.WhenIdleAsync(Token);

        host.Events.OfType<ScriptLog>().Should().ContainSingle().Which.Text.Should().Be("the host cannot switch bots: bot 'shop' has no dialog 'nowhere'");
        chat.BotStack.Should().Equal("front");
    }

    [Fact]
    public async Task A_switch_opens_a_conversation_that_is_new()
    {
        await using TestHost host = await StartAsync();
        Conversation chat = await host.OpenAsync("ann", new OpenOptions { Connect = false });

        await chat.SwitchBotAsync("shop", cancellationToken: Token);
        await host.Host.WhenIdleAsync(Token);

        host.TextsOf(chat).Should().Equal("Front?", "Shop for front.");
    }

    [Fact]
    public async Task The_bot_stack_survives_a_restart_of_the_host()
    {
        InMemoryStore store = new();
        VirtualTimeProvider clock = new();
        await using (TestHost first = await TestHost.StartAsync(Bots, store, clock))
        {
            Conversation before = await first.OpenAsync("ann");
            await before.SwitchBotAsync("shop", cancellationToken: Token);
        }

        await using TestHost host = await TestHost.StartAsync(Bots, store, clock);
        host.Host.Processes.Count.Should().Be(0, "conversations come into memory when something happens in them");
        Conversation chat = await host.OpenAsync("ann", new OpenOptions { Connect = false });
        chat.BotStack.Should().Equal("front", "shop");
        await chat.ReturnBotAsync(cancellationToken: Token);
        await host.Host.WhenIdleAsync(Token);

        host.TextsOf(chat).Should().Equal("Front?");
    }

    private static ImmutableArray<Bot> Bots => [TestHost.MakeBot(Front, id: "front"), TestHost.MakeBot(Shop, id: "shop")];

    private static Task<TestHost> StartAsync() => TestHost.StartAsync(Bots, new InMemoryStore(), new VirtualTimeProvider());
}
