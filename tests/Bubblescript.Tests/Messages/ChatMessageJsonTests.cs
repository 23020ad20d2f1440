using System.Text.Json;
using System.Text.Json.Nodes;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Tests.Messages;

public sealed class ChatMessageJsonTests
{
    public static TheoryData<string> Examples =>
    [
        """{"id": "01J3ZK8T9W", "type": "text", "payload": {"message": "Hello"}, "delay": 1000, "time": "2024-05-01T11:45:00.000Z", "as": null, "sender": null, "metadata": null, "visibility": "external"}""",
        """{"type": "text", "payload": {"message": "Colour?", "quick_replies": [{"content_type": "text", "title": "Red"}]}}""",
        """{"type": "media", "payload": {"kind": "image", "url": "https://example.com/a.png", "caption": "A"}}""",
        """{"type": "location", "payload": {"lat": 52.36, "lon": 4.89, "zoom": 12}}""",
        """{"type": "emit", "payload": {"event": "hide_input", "payload": true}}""",
        """{"type": "user_message", "payload": {"text": "red", "type": "text", "input_type": "keyboard"}}""",
        """{"type": "template", "payload": {"template_type": "buttons", "text": "Next?", "buttons": [{"type": "event", "title": "Order", "event": "order", "payload": {"id": 1}}]}}""",
        """{"type": "user_message", "payload": {"type": "date_picker", "text": "1-5-2024", "data": "2024-05-01"}}""",
        """{"type": "user_message", "payload": {"type": "cancel", "text": "Cancel"}}""",
        """{"type": "input_method", "payload": {"type": "item_picker", "payload": {"items": ["Red", {"title": "Blue", "value": 2}], "mode": "multiple", "min_items": 1}}}""",
        """{"type": "contact", "payload": {"name": {"first_name": "Ann", "last_name": "Lee"}, "emails": [{"email": "ann@example.com", "type": "work"}], "birthday": "2000-01-01"}}""",
        """{"type": "typing", "payload": true}""",
        """{"type": "typing", "payload": false}""",
        """{"type": "sleep", "payload": true, "delay": 2000}""",
        """{"type": "sleep", "payload": true, "delay": "infinity"}""",
        """{"type": "side_effect", "payload": {"type": "tag", "data": {"tag": "ordered"}}}""",
        """{"type": "side_effect", "payload": {"type": "annotation", "data": {"type": "mail", "message": "Order", "payload": {"to": "shop@example.com"}}}}""",
        """{"type": "side_effect", "payload": {"type": "react", "data": {"reaction": "👍", "message_id": "7"}}}""",
        """{"type": "user_event", "payload": {"name": "$link_click", "payload": {"url": "https://example.com", "via": "web"}, "sender": "main~user"}}""",
        """{"type": "user_location", "payload": {"lat": 52.3649, "lon": 4.8934}}""",
        """{"type": "user_attachment", "payload": {"type": "image", "url": "https://example.com/a.png", "caption": "A cat", "id": "u7", "metadata": {"size": 10.0}, "from": "ann"}}""",
        """{"type": "media", "payload": {"kind": "video", "url": "u", "class": "c", "alt": "a", "preview_image": "p", "quick_replies": [{"content_type": "image", "capture": "user"}], "size": "large"}}""",
        """{"type": "location", "payload": {"lat": -1.5, "lon": 0.25, "maptype": "hybrid", "class": "c", "quick_replies": [{"content_type": "location", "title": "Here", "image_url": "i"}]}}""",
        """{"type": "text", "payload": {"message": "é \"quoted\"\n", "class": "large", "speech_hints": ["yes", "no"]}, "as": {"first_name": "Gus", "mood": "happy"}, "sender": "x", "metadata": {"a": [1, 1.5, null]}, "visibility": "internal"}""",
        """{"type": "user_message", "payload": {"text": "hi", "type": "text", "intent": {"id": "greet"}, "captures": {"who": "you"}, "sents": [{"text": "hi"}], "locale": "en", "sentiment": 0.5, "stats": {"word_count": 1}, "training_label": "greet", "metadata": {"x": 1}, "from": "ann", "id": "m1"}}""",
        """{"id": "7", "type": "text", "payload": null}""",
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Examples_of_the_specification_come_back_as_they_were(string json)
    {
        ChatMessage message = ChatMessageJson.Deserialize(json);

        JsonNode written = JsonNode.Parse(ChatMessageJson.Serialize(message))!;

        JsonNode.DeepEquals(written, Reduce(JsonNode.Parse(json)!)).Should().BeTrue($"{written.ToJsonString()} was written");
        ChatMessageJson.Deserialize(ChatMessageJson.SerializeToUtf8Bytes(message)).Should().Be(message);
    }

    [Fact]
    public void A_message_is_one_line_with_the_fields_in_the_order_of_the_specification()
    {
        ChatMessage message = ChatMessage.From(new TextPayload("Hello 👋\nthere") { QuickReplies = [QuickReply.FromTitle("Yes")] }) with
        {
            Id = "m1",
            Delay = MessageDelay.FromMilliseconds(1000),
            Time = new DateTimeOffset(2024, 5, 1, 13, 45, 0, 7, TimeSpan.FromHours(2)),
        };

        ChatMessageJson.Serialize(message).Should().Be(
            """{"id":"m1","type":"text","payload":{"message":"Hello 👋\nthere","quick_replies":[{"content_type":"text","title":"Yes"}]},"delay":1000,"time":"2024-05-01T11:45:00.007Z"}"""
                .Replace("👋", "\\uD83D\\uDC4B", StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_fields_are_ignored_and_the_order_of_fields_does_not_matter()
    {
        ChatMessage message = ChatMessageJson.Deserialize(
            """{"future": {"a": [1]}, "payload": {"new": 1, "message": "Hi", "class": null}, "type": "text"}""");

        message.Payload.Should().Be(new TextPayload("Hi"));
    }

    [Fact]
    public void Nil_entries_of_maps_are_left_out_and_floats_stay_floats()
    {
        MapValue fields = MapValue.From(("text", "Next?"), ("gone", default), ("price", 10.0), ("kind", Value.AtomOf("tall")));

        ChatMessageJson.Serialize(ChatMessage.From(new TemplatePayload("buttons", fields)))
            .Should().Be("""{"type":"template","payload":{"template_type":"buttons","text":"Next?","price":10.0,"kind":"tall"}}""");
    }

    [Theory]
    [InlineData("[]", "A message must be a JSON object.")]
    [InlineData("{}", "The message needs the text 'type'.")]
    [InlineData("""{"type": "smoke"}""", "'smoke' is no type of message.")]
    [InlineData("""{"type": "text", "payload": 7}""", "The payload of a message of type 'text' must be an object.")]
    [InlineData("""{"type": "text", "payload": {}}""", "The payload needs the text 'message'.")]
    [InlineData("""{"type": "media", "payload": {"kind": "smell", "url": "u"}}""", "'smell' is no kind of media; use image, audio, video, file or web.")]
    [InlineData("""{"type": "user_location", "payload": {"lat": 1}}""", "The payload needs the number 'lon'.")]
    [InlineData("""{"type": "text", "payload": {"message": "m"}, "delay": -1}""", "A delay must be a number of milliseconds or \"infinity\".")]
    [InlineData("""{"type": "text", "payload": {"message": "m"}, "time": "soon"}""", "'soon' is no ISO 8601 time.")]
    [InlineData("""{"type": "text", "payload": {"message": "m"}, "visibility": "dim"}""", "'dim' is no visibility of a message.")]
    [InlineData("""{"type": "text", "payload": {"message": "m", "quick_replies": ["Yes"]}}""", "A quick reply must be an object.")]
    [InlineData("""{"type": "text", "payload": {"message": "m"}} {}""", null)]
    [InlineData("""{"type": "text", "payload": {"message": 1e999}}""", null)]
    [InlineData("{\"type\"", null)]
    [InlineData("", null)]
    public void What_is_no_message_gives_a_clear_error(string json, string? error)
    {
        Action read = () => ChatMessageJson.Deserialize(json);

        read.Should().Throw<JsonException>().WithMessage(error ?? "*");
    }

    [Fact]
    public void The_identity_shows_its_known_fields()
    {
        MessageIdentity identity = new(MapValue.From(("user_id", 7L), ("first_name", "Gus"), ("mood", "happy")));

        identity.FirstName.Should().Be("Gus");
        identity.LastName.Should().BeNull();
        identity.ProfilePicture.Should().BeNull();
    }

    private static JsonNode Reduce(JsonNode node)
    {
        JsonObject message = node.AsObject();
        foreach (string name in (string[])["as", "sender", "metadata"])
        {
            if (message[name] is null)
            {
                message.Remove(name);
            }
        }

        if ((string?)message["visibility"] == "external")
        {
            message.Remove("visibility");
        }

        return message;
    }
}
