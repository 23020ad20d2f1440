using System.Text.Json;

namespace Bubblescript.Messages;

/// <summary>The enumerations of the chat message specification as JSON writes them, in the order of their members.</summary>
internal static class MessageNames
{
    private static readonly JsonEncodedText[] Types = Encode(
        "text",
        "media",
        "location",
        "template",
        "contact",
        "typing",
        "sleep",
        "emit",
        "input_method",
        "side_effect",
        "user_message",
        "user_event",
        "user_location",
        "user_attachment");

    private static readonly JsonEncodedText[] Kinds = Encode("image", "audio", "video", "file", "web");

    private static readonly JsonEncodedText[] ContentTypes = Encode("text", "location", "image", "audio", "video", "file");

    private static readonly JsonEncodedText[] Visibilities = Encode("external", "internal", "embedded");

    public static JsonEncodedText Of(ChatMessageType type) => Types[(int)type];

    public static JsonEncodedText Of(MediaKind kind) => Kinds[(int)kind];

    public static JsonEncodedText Of(QuickReplyContentType contentType) => ContentTypes[(int)contentType];

    public static JsonEncodedText Of(MessageVisibility visibility) => Visibilities[(int)visibility];

    public static ChatMessageType? FindType(string name) => (ChatMessageType?)Find(Types, name);

    public static MediaKind? FindKind(string name) => (MediaKind?)Find(Kinds, name);

    public static QuickReplyContentType? FindContentType(string name) => (QuickReplyContentType?)Find(ContentTypes, name);

    public static MessageVisibility? FindVisibility(string name) => (MessageVisibility?)Find(Visibilities, name);

    private static int? Find(JsonEncodedText[] names, string name)
    {
        int index = Array.FindIndex(names, candidate => string.Equals(candidate.Value, name, StringComparison.Ordinal));
        return index < 0 ? null : index;
    }

    private static JsonEncodedText[] Encode(params string[] names) => Array.ConvertAll(names, static name => JsonEncodedText.Encode(name));
}
