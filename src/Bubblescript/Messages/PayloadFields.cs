using System.Text.Json;
using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>Typed access to the fields of a payload that came as JSON.</summary>
internal static class PayloadFields
{
    /// <summary>A text field; null when it is absent, and for a number or boolean its JSON form.</summary>
    public static string? Text(MapValue fields, string name)
    {
        Value value = fields[name];
        return value.Kind switch
        {
            ValueKind.Nil or ValueKind.List or ValueKind.Map => null,
            _ => value.AsText() ?? value.ToString(),
        };
    }

    public static string RequiredText(MapValue fields, string name) =>
        Text(fields, name) ?? throw new JsonException($"The payload needs the text '{name}'.");

    public static double RequiredNumber(MapValue fields, string name) =>
        fields[name].AsDouble() ?? throw new JsonException($"The payload needs the number '{name}'.");

    public static MediaKind RequiredKind(MapValue fields, string name)
    {
        string text = RequiredText(fields, name);
        return MessageNames.FindKind(text) ?? throw new JsonException($"'{text}' is no kind of media; use image, audio, video, file or web.");
    }

    public static QuickReplyList QuickReplies(MapValue fields) =>
        fields["quick_replies"].AsList() is { Count: > 0 } list ? QuickReplyList.From(list.Select(ReadQuickReply)) : QuickReplyList.Empty;

    private static QuickReply ReadQuickReply(Value value)
    {
        MapValue fields = value.AsMap() ?? throw new JsonException("A quick reply must be an object.");
        string contentType = Text(fields, "content_type") ?? "text";
        return new QuickReply(
            MessageNames.FindContentType(contentType) ?? throw new JsonException($"'{contentType}' is no content type of a quick reply."),
            Text(fields, "title"),
            Text(fields, "image_url"),
            Text(fields, "capture"));
    }
}
