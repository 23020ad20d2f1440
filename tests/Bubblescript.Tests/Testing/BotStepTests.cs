using Bubblescript.Messages;
using Bubblescript.Testing;
using Bubblescript.Testing.Transcripts;
using Bubblescript.Testing.Transcripts.Observations;
using Bubblescript.Testing.Transcripts.Steps;
using Bubblescript.Values;

namespace Bubblescript.Tests.Testing;

public sealed class BotStepTests
{
    private static readonly MapValue Buttons = MapValue.From(
        ("text", "Next?"),
        ("buttons", Value.ListOf(Value.MapOf(("title", "Order"), ("type", "event"), ("event", "order"), ("payload", Value.MapOf(("id", 1.0)))))));

    [Theory]
    [InlineData("bot: Hello", "Hello", true)]
    [InlineData("bot: Hello", "hello", false)]
    [InlineData("bot: Hello", "Hello ", false)]
    [InlineData("bot: Hello ", "Hello ", true)]
    [InlineData("bot: Hello ", "Hello", true)]
    [InlineData("bot: a\\nb", "a\nb", true)]
    [InlineData("bot: a\\nb", "a\r\nb", true)]
    [InlineData("bot one of: Hi | Hello", "Hello", true)]
    [InlineData("bot one of: Hi | Hello", "Bye", false)]
    public void Texts_are_compared_exactly(string line, string text, bool matches) =>
        (Compare(line, new TextPayload(text)) is null).Should().Be(matches);

    [Fact]
    public void Media_and_locations_are_compared()
    {
        Compare("bot image: https://example.com/a.png", new MediaPayload(MediaKind.Image, "https://example.com/a.png")).Should().BeNull();
        Compare("bot audio: https://example.com/a.png", new MediaPayload(MediaKind.Image, "https://example.com/a.png")).Should().BeEmpty();
        Compare("bot location: 52.5, 4.25", new LocationPayload(52.5, 4.25)).Should().BeNull();
        Compare("bot location: 52.5, 4", new LocationPayload(52.5, 4.25)).Should().BeEmpty();
        Compare("bot location: 52.5, 4", new TextPayload("52.5, 4")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""bot template: buttons {"text": "Next?"}""", null)]
    [InlineData("""bot template: buttons {"buttons": [{"event": "order", "payload": {"id": 1}}]}""", null)]
    [InlineData("bot template: buttons", null)]
    [InlineData("""bot template: card {"text": "Next?"}""", "")]
    [InlineData("""bot template: buttons {"text": "Last?"}""", "text: expected \"Last?\", got \"Next?\"")]
    [InlineData("""bot template: buttons {"buttons": [{"payload": {"id": 2}}]}""", "buttons[0].payload.id: expected 2, got 1.0")]
    [InlineData("""bot template: buttons {"buttons": []}""", "buttons: expected [], got [{\"title\":\"Order\",\"type\":\"event\",\"event\":\"order\",\"payload\":{\"id\":1.0}}]")]
    [InlineData("""bot template: buttons {"buttons": {"a": 1}}""", "buttons: expected {\"a\":1}, got [{\"title\":\"Order\",\"type\":\"event\",\"event\":\"order\",\"payload\":{\"id\":1.0}}]")]
    [InlineData("""bot template: buttons {"gone": null}""", null)]
    [InlineData("""bot template: buttons {"gone": 1}""", "gone: expected 1, got null")]
    public void The_given_JSON_must_be_contained(string line, string? difference) =>
        Compare(line, new TemplatePayload("buttons", Buttons)).Should().Be(difference);

    [Fact]
    public void Events_input_methods_and_effects_are_compared()
    {
        Compare("bot event: hide_input true", new EmitPayload("hide_input", true)).Should().BeNull();
        Compare("bot event: hide_input false", new EmitPayload("hide_input", true)).Should().Be("expected false, got true");
        Compare("bot input: form {\"caption\": \"A\"}", new InputMethodPayload("form", MapValue.From(("caption", "A"), ("height", Value.AtomOf("tall")))))
            .Should().BeNull();
        Compare("bot input: form {\"height\": \"tall\"}", new InputMethodPayload("form", MapValue.From(("height", Value.AtomOf("tall"))))).Should().BeNull();
        Compare("bot tag: ordered", SideEffectPayload.Tag("ordered")).Should().BeNull();
        Compare("bot untag: ordered", SideEffectPayload.Tag("ordered")).Should().BeEmpty();
        Compare("bot react: 👍", SideEffectPayload.React("👍", "m1")).Should().BeNull();
        Compare("bot note: text", SideEffectPayload.Annotation("create_note", "text")).Should().BeNull();
        Compare("bot escalation: help", SideEffectPayload.Annotation("escalation", "help")).Should().BeNull();
        Compare("bot dial: {\"number\": \"112\"}", new SideEffectPayload("dial", MapValue.From(("number", "112"), ("timeout", 10000L)))).Should().BeNull();
        Compare("bot contact: {\"name\": {\"first_name\": \"Ann\"}}", new ContactPayload(MapValue.From(("name", Value.MapOf(("first_name", "Ann"))))))
            .Should().BeNull();
    }

    [Fact]
    public void Mails_logs_errors_and_closings_are_compared()
    {
        Compare("bot mail: {\"to\": \"a@example.com\"}", new MailObservation("mail", MapValue.From(("to", "a@example.com"), ("subject", "S")))).Should().BeNull();
        Compare("bot log: text", new LogObservation("text")).Should().BeNull();
        Compare("bot log: other", new LogObservation("text")).Should().BeEmpty();
        Compare("bot error: overflow", new ErrorObservation("Integer overflow in +")).Should().BeNull();
        Compare("bot error: *", new ErrorObservation("anything")).Should().BeNull();
        Compare("bot error: nil", new ErrorObservation("overflow")).Should().BeEmpty();
        Compare("closed:", new ClosedObservation()).Should().BeNull();
        Compare("closed:", new LogObservation("closed")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("bot: Hi\n  quick replies: Yes | :location", null)]
    [InlineData("bot: Hi", "expected no quick replies, got the quick replies 'Yes | :location'")]
    [InlineData("bot: Hi\n  quick replies: No", "expected the quick replies 'No', got the quick replies 'Yes | :location'")]
    [InlineData("bot: Hi\n  quick replies: Yes | :location\n  class: large", null)]
    [InlineData("bot: Hi\n  quick replies: Yes | :location\n  class: small", "expected the class 'small', got 'large'")]
    [InlineData("bot: Hi\n  quick replies: Yes | :location\n  caption: A", "expected the caption 'A', got none")]
    [InlineData("bot: Hi\n  quick replies: Yes | :location\n  delay: 1000", null)]
    [InlineData("bot: Hi\n  quick replies: Yes | :location\n  delay: infinity", "expected the delay 'infinity', got '1000'")]
    [InlineData("bot: Hi\n  quick replies: Yes | :location\n  as: {\"first_name\": \"Gus\"}", null)]
    [InlineData("bot: Hi\n  quick replies: Yes | :location\n  as: {\"first_name\": \"Ann\"}", "first_name: expected \"Ann\", got \"Gus\"")]
    public void Refinements_are_checked_where_they_are_written(string chat, string? difference)
    {
        ChatMessage message = ChatMessage.From(new TextPayload("Hi")
        {
            Class = "large",
            QuickReplies = [QuickReply.FromTitle("Yes"), new QuickReply(QuickReplyContentType.Location, "Here")],
        }) with
        {
            Delay = MessageDelay.FromMilliseconds(1000),
            As = new MessageIdentity(MapValue.From(("first_name", "Gus"), ("user_id", "g1"))),
        };

        Compare(chat, new MessageObservation(message)).Should().Be(difference);
    }

    [Fact]
    public void Messages_become_the_lines_that_list_them()
    {
        ChatMessage text = ChatMessage.From(new TextPayload("one\ntwo") { Class = "large", QuickReplies = [QuickReply.FromTitle("Yes")] }) with
        {
            As = new MessageIdentity(MapValue.From(("first_name", "Gus"))),
        };

        TranscriptLines.From(text).Should().Equal("bot: one\\ntwo", "  quick replies: Yes", "  class: large", "  as: {\"first_name\":\"Gus\"}");
        LinesOf(new MediaPayload(MediaKind.Image, "u") { Caption = "A" }, "alice").Should().Equal("bot to alice image: u", "  caption: A");
        LinesOf(new LocationPayload(52, -4.25)).Should().Equal("bot location: 52, -4.25");
        LinesOf(new TemplatePayload("card", MapValue.From(("class", "wide")))).Should().Equal("bot template: card {\"class\":\"wide\"}");
        LinesOf(new EmitPayload("toast", default)).Should().Equal("bot event: toast");
        LinesOf(new InputMethodPayload("form", MapValue.Empty)).Should().Equal("bot input: form {}");
        LinesOf(SideEffectPayload.Tag("vip")).Should().Equal("bot tag: vip");
        LinesOf(new UserMessagePayload("Hi")).Should().Equal("user: Hi");
        LinesOf(new UserMessagePayload("a") { Method = "form", Data = 1L }, "bob").Should().Equal("bob data: {\"text\":\"a\",\"type\":\"form\",\"data\":1}");
        LinesOf(new UserEventPayload("go", 1L)).Should().Equal("user event: go 1");
        LinesOf(new UserLocationPayload(1.5, 2)).Should().Equal("user location: 1.5, 2");
        LinesOf(new UserAttachmentPayload(MediaKind.File, "u")).Should().Equal("user attachment: file u");
        LinesOf(new TypingPayload(IsOn: true)).Should().BeEmpty();
        LinesOf(SleepPayload.Instance).Should().BeEmpty();
        new ClosedObservation().ToLines("alice").Should().Equal("alice closed:");
        new ErrorObservation("broken").ToLines("user").Should().Equal("bot error: broken");
    }

    private static IReadOnlyList<string> LinesOf(MessagePayload payload, string conversation = "user") =>
        TranscriptLines.From(ChatMessage.From(payload), conversation);

    private static string? Compare(string chat, MessagePayload payload) => Compare(chat, new MessageObservation(ChatMessage.From(payload)));

    private static string? Compare(string chat, Observation observation)
    {
        TranscriptCase item = Transcript.Parse("case.md", $"# Case\n```chat\n{chat}\n```\n").Cases[0];
        item.Content.Problems.Should().BeEmpty();
        return item.Content.Steps.Should().ContainSingle().Which.Should().BeAssignableTo<BotStep>().Which.FindDifference(observation);
    }
}
