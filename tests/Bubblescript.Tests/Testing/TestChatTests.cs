using Bubblescript.Messages;
using Bubblescript.Testing;
using Bubblescript.Values;

namespace Bubblescript.Tests.Testing;

public sealed class TestChatTests
{
    private const string Script = """
        dialog main do
          name = ask "Who are you?"
          say "Hello #{name}"
        end

        dialog event: "ping" do
          say "pong #{event.payload}"
        end

        dialog __unknown_location__ do
          show location location
        end

        dialog attachment: :image do
          say attachment.url, class: "small"
        end

        dialog trigger: "later" do
          emit "ping", 7, in: "1h"
        end

        dialog trigger: "pick" do
          ask "Which?", expecting: input_method("item_picker", items: ["A", "B"])
          say "#{answer.data}"
          close
        end
        """;

    [Fact]
    public async Task Greets_by_name()
    {
        await using TestChat chat = await TestChat.StartAsync("""
            dialog main do
              name = ask "Who are you?"
              say "Hello #{name}"
            end
            """);
        chat.ShouldHaveSaid("Who are you?");
        await chat.UserSaysAsync("Ann");
        chat.ShouldHaveSaid("Hello Ann");
    }

    [Fact]
    public async Task Everything_a_user_can_do_is_possible()
    {
        await using TestChat chat = await TestChat.StartAsync(Script);
        await chat.UserSaysAsync("Ann");
        chat.ShouldHaveSaid("Who are you?", "Hello Ann");
        (await chat.EvaluateAsync("name")).ToString().Should().Be("Ann");

        await chat.UserSendsEventAsync("ping", 5L);
        chat.ShouldHaveSaid("pong 5");
        await chat.UserSendsLocationAsync(1.5, 2);
        chat.ShouldHaveDone("bot location: 1.5, 2");
        await chat.UserSendsAttachmentAsync(MediaKind.Image, "https://example.com/a.png");
        chat.ShouldHaveDone("bot: https://example.com/a.png", "class: small");
        await chat.UserSaysAsync("later");
        await chat.AdvanceAsync(TimeSpan.FromMinutes(30));
        chat.ShouldHaveSaid();
        await chat.RestartAsync();
        await chat.AdvanceAsync(TimeSpan.FromMinutes(30));
        chat.ShouldHaveSaid("pong 7");
        await chat.UserSaysAsync("pick");
        await chat.UserSubmitsAsync("item_picker", "B", "B");
        chat.ShouldHaveSaid("Which?", "B");
        chat.ShouldBeClosed();
        chat.Messages.Select(static message => message.Type).Should().Contain(ChatMessageType.InputMethod);
        chat.ToString().Should().StartWith("bot: Who are you?\nuser: Ann\nbot: Hello Ann\nuser event: ping 5\n");
        chat.ToString().Should().EndWith("closed:");
    }

    [Fact]
    public async Task A_failure_shows_the_whole_conversation()
    {
        await using TestChat chat = await TestChat.StartAsync(Script);
        await chat.UserSaysAsync("Ann");

        chat.Invoking(static chat => chat.ShouldHaveSaid("Who?")).Should().Throw<TestChatException>().WithMessage("""
            The bot should have said "Who?", but said "Who are you?", "Hello Ann".

                bot: Who are you?
                user: Ann
                bot: Hello Ann
            """);
        chat.Invoking(static chat => chat.ShouldHaveSaid("More")).Should().Throw<TestChatException>()
            .WithMessage("The bot should have said \"More\", but said nothing.*");
        chat.Invoking(static chat => chat.ShouldBeClosed()).Should().Throw<TestChatException>()
            .WithMessage("The conversation should be closed, but is not.*");
    }

    [Fact]
    public async Task Several_users_share_a_host()
    {
        await using TestChat ann = await TestChat.StartAsync(Script, new TestChatOptions { UserId = "ann", Context = MapValue.From(("name", "x")) });
        TestChat bob = await ann.OpenAsync("bob");

        await bob.UserSaysAsync("Bob");

        bob.ShouldHaveSaid("Who are you?", "Hello Bob");
        ann.ShouldHaveSaid("Who are you?");
        bob.Host.Should().BeSameAs(ann.Host);
    }

    [Fact]
    public async Task A_conversation_may_be_opened_by_what_the_user_does()
    {
        await using TestChat chat = await TestChat.StartAsync(Script, new TestChatOptions { IsOpened = false });
        chat.ShouldHaveSaid();

        await chat.UserConnectsAsync();

        chat.ShouldHaveSaid("Who are you?");
    }
}
