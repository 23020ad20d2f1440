using System.Text.Json;
using Bubblescript.Cli.Chats;
using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Tests.Cli;

public sealed class ChatInputTests
{
    [Fact]
    public void What_is_typed_is_said_and_a_colon_with_a_word_is_a_command()
    {
        ActionOf("Hello").Should().Be(new UserTextAction("Hello"));
        ActionOf(":-)").Should().Be(new UserTextAction(":-)"));
        ActionOf(":D").Should().Be(new UserTextAction(":D"));
        ActionOf("::quit").Should().Be(new UserTextAction(":quit"));
        ActionOf(":event order {\"id\": 1}").Should().Be(new UserEventAction("order", Value.MapOf(("id", 1L))));
        ActionOf(":event ping").Should().Be(new UserEventAction("ping"));
        ActionOf(":location 52.36, 4.89").Should().Be(new UserLocationAction(52.36, 4.89));
        ActionOf(":attach image https://example.com/a.png").Should().Be(new UserAttachmentAction(MediaKind.Image, "https://example.com/a.png"));
        ActionOf(":data {\"type\": \"form\", \"text\": \"t\", \"data\": [1]}").Should().Be(new UserDataAction("form", "t", Value.ListOf(1L)));
        ActionOf(":connect").Should().BeOfType<ConnectAction>();
        ChatInputParser.Parse(":as alice").Should().Be(new ChatInput.SpeakAs("alice"));
        ChatInputParser.Parse(":vars").Should().Be(new ChatInput.ShowVariables(""));
        ChatInputParser.Parse(":vars user.name").Should().Be(new ChatInput.ShowVariables("user.name"));
        ChatInputParser.Parse(":stack").Should().Be(new ChatInput.ShowStack());
        ChatInputParser.Parse(":help").Should().Be(new ChatInput.Help());
        ChatInputParser.Parse(":quit").Should().Be(new ChatInput.Quit());
    }

    [Theory]
    [InlineData(":shout hi", "there is no command ':shout'; ':help' lists them, and '::shout' says it")]
    [InlineData(":event", "':event' needs a name, as in ':event order {\"id\": 1}'")]
    [InlineData(":event a {", "'{' is no JSON: the text is no valid JSON (line 1, character 2)")]
    [InlineData(":location here", "':location' needs latitude (-90 to 90) and longitude (-180 to 180), as in ':location 52.36,4.89'")]
    [InlineData(":attach smell u", "':attach' needs a kind (image, audio, video, file) and an address, as in ':attach image https://example.com/a.png'")]
    [InlineData(":attach web u", "':attach' needs a kind (image, audio, video, file) and an address, as in ':attach image https://example.com/a.png'")]
    [InlineData(":data {}", "':data' needs a type, as in ':data {\"type\": \"form\", \"text\": \"\", \"data\": {}}'")]
    [InlineData(":as", "':as' needs the id of a user, as in ':as alice'")]
    public void A_wrong_command_says_how_it_is_written(string line, string problem) =>
        ChatInputParser.Parse(line).Should().Be(new ChatInput.Invalid(problem));

    [Fact]
    public void Quick_replies_buttons_and_items_can_be_chosen_by_number()
    {
        TextPayload question = new("Colour?") { QuickReplies = [QuickReply.FromTitle("Red"), new QuickReply(QuickReplyContentType.Image, "Photo")] };
        TemplatePayload buttons = new("buttons", MapValue.From(("buttons", Value.ListOf(
            Value.MapOf(("type", "event"), ("title", "Order"), ("event", "order"), ("payload", 1L)),
            Value.MapOf(("type", "web_url"), ("title", "Site"), ("url", "https://example.com"))))));
        InputMethodPayload picker = new("item_picker", MapValue.From(("items", Value.ListOf("Plain", Value.MapOf(("title", "City"), ("value", "c"))))));

        ChatChoices.Of(question).Should().Equal(
            new ChatChoice("Red", new UserTextAction("Red") { InputType = "touch" }),
            new ChatChoice("Photo (:attach image URL)", Action: null));
        ChatChoices.Of(buttons).Should().Equal(
            new ChatChoice("Order", new UserEventAction("order", 1L)),
            new ChatChoice("Site <https://example.com>", new UserEventAction("$link_click", Value.MapOf(("url", "https://example.com"), ("via", "web")))));
        ChatChoices.Of(picker).Should().Equal(
            new ChatChoice("Plain", new UserDataAction("item_picker", "Plain", "Plain")),
            new ChatChoice("City", new UserDataAction("item_picker", "City", "c")));
        ChatChoices.Find(ChatChoices.Of(question), "1")!.Label.Should().Be("Red");
        ChatChoices.Find(ChatChoices.Of(question), "3").Should().BeNull();
        ChatChoices.Find(ChatChoices.Of(question), "red").Should().BeNull();
    }

    [Fact]
    public void A_number_that_is_a_label_is_said()
    {
        TextPayload question = new("How many?") { QuickReplies = [QuickReply.FromTitle("2"), QuickReply.FromTitle("3")] };

        ChatChoices.Find(ChatChoices.Of(question), "2").Should().BeNull();
        ChatChoices.Find(ChatChoices.Of(question), "1")!.Label.Should().Be("2");
    }

    [Fact]
    public void User_actions_are_read_from_JSON()
    {
        UserActionJson.Parse("""{"type": "user_message", "payload": "Hi"}""").Should().Be(new UserTextAction("Hi"));
        UserActionJson.Parse("""{"type": "user_message", "payload": {"text": "Hi", "input_type": "touch"}, "id": "7"}""")
            .Should().Be(new UserTextAction("Hi") { InputType = "touch", Id = "7" });
        UserActionJson.Parse("""{"type": "user_message", "payload": {"type": "date_picker", "text": "1-5-2024", "data": "2024-05-01"}}""")
            .Should().Be(new UserDataAction("date_picker", "1-5-2024", "2024-05-01"));
        UserActionJson.Parse("""{"type": "user_event", "payload": {"name": "go", "payload": [1]}}""").Should().Be(new UserEventAction("go", Value.ListOf(1L)));
        UserActionJson.Parse("""{"type": "event", "payload": {"name": "go"}}""").Should().Be(new UserEventAction("go"));
        UserActionJson.Parse("""{"type": "user_location", "payload": {"lat": 1, "lon": 2.5}}""").Should().Be(new UserLocationAction(1, 2.5));
        UserActionJson.Parse("""{"type": "user_attachment", "payload": {"type": "image", "url": "u", "caption": "c"}}""")
            .Should().Be(new UserAttachmentAction(MediaKind.Image, "u") { Caption = "c" });
    }

    [Theory]
    [InlineData("[]", "a user action must be a JSON object")]
    [InlineData("{}", "a user action needs a type")]
    [InlineData("{", "the text is no valid JSON (line 1, character 2)")]
    [InlineData("""{"type": "wink"}""", "'wink' is no type of user action; use user_message, user_event, user_location, user_attachment, typing or connect")]
    [InlineData("""{"type": "user_event", "payload": 1}""", "the payload of 'user_event' must be an object")]
    [InlineData("""{"type": "user_location", "payload": {"lat": 1}}""", "The payload needs the number 'lon'.")]
    public void What_is_no_user_action_says_why(string json, string message)
    {
        Action parse = () => UserActionJson.Parse(json);

        parse.Should().Throw<JsonException>().WithMessage(message);
    }

    private static UserAction ActionOf(string line) => ChatInputParser.Parse(line).Should().BeOfType<ChatInput.Act>().Which.Action;
}
