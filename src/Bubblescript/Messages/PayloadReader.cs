using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>Payloads from their JSON (chat messages, section 1).</summary>
internal static class PayloadReader
{
    public static MessagePayload Read(ChatMessageType type, Value payload) => type switch
    {
        ChatMessageType.Typing => new TypingPayload(payload.IsTruthy),
        ChatMessageType.Sleep => SleepPayload.Instance,
        _ => Read(type, payload.AsMap() ?? throw new JsonException($"The payload of a message of type '{MessageNames.Of(type)}' must be an object.")),
    };

    /// <summary>Reads the payload of a message that a script made; false with what is wrong when it is no valid one.</summary>
    public static bool TryRead(string type, MapValue fields, [NotNullWhen(true)] out MessagePayload? payload, [NotNullWhen(false)] out string? problem)
    {
        payload = null;
        problem = null;
        try
        {
            payload = Read(MessageNames.FindType(type) ?? throw new JsonException($"Messages of type '{type}' are not known."), fields);
            return true;
        }
        catch (JsonException exception)
        {
            // What a script shows is not a host's error: the script gets it as a runtime error.
            problem = exception.Message;
            return false;
        }
    }

    private static MessagePayload Read(ChatMessageType type, MapValue fields) => type switch
    {
        ChatMessageType.Text => ReadText(fields),
        ChatMessageType.Media => ReadMedia(fields),
        ChatMessageType.Location => ReadLocation(fields),
        ChatMessageType.Template => new TemplatePayload(PayloadFields.RequiredText(fields, "template_type"), fields.Remove("template_type")),
        ChatMessageType.Contact => new ContactPayload(fields),
        ChatMessageType.Emit => new EmitPayload(PayloadFields.RequiredText(fields, "event"), fields["payload"]),
        ChatMessageType.InputMethod => new InputMethodPayload(PayloadFields.RequiredText(fields, "type"), fields["payload"].AsMap() ?? MapValue.Empty),
        ChatMessageType.SideEffect => new SideEffectPayload(PayloadFields.RequiredText(fields, "type"), fields["data"].AsMap() ?? MapValue.Empty),
        ChatMessageType.UserMessage => ReadUserMessage(fields),
        ChatMessageType.UserEvent => new UserEventPayload(PayloadFields.RequiredText(fields, "name"), fields["payload"], PayloadFields.Text(fields, "sender")),
        ChatMessageType.UserLocation => new UserLocationPayload(PayloadFields.RequiredNumber(fields, "lat"), PayloadFields.RequiredNumber(fields, "lon")),
        ChatMessageType.UserAttachment => ReadUserAttachment(fields),
        _ => throw new JsonException($"Messages of type '{type}' are not known."),
    };

    private static TextPayload ReadText(MapValue fields) => new(PayloadFields.RequiredText(fields, "message"))
    {
        Class = PayloadFields.Text(fields, "class"),
        QuickReplies = PayloadFields.QuickReplies(fields),
        SpeechHints = fields["speech_hints"],
    };

    private static MediaPayload ReadMedia(MapValue fields) => new(PayloadFields.RequiredKind(fields, "kind"), PayloadFields.RequiredText(fields, "url"))
    {
        Caption = PayloadFields.Text(fields, "caption"),
        Class = PayloadFields.Text(fields, "class"),
        Alt = PayloadFields.Text(fields, "alt"),
        PreviewImage = PayloadFields.Text(fields, "preview_image"),
        QuickReplies = PayloadFields.QuickReplies(fields),
        Size = fields["size"],
    };

    private static LocationPayload ReadLocation(MapValue fields) =>
        new(PayloadFields.RequiredNumber(fields, "lat"), PayloadFields.RequiredNumber(fields, "lon"))
        {
            Zoom = fields["zoom"].AsInteger(),
            MapType = PayloadFields.Text(fields, "maptype"),
            Class = PayloadFields.Text(fields, "class"),
            QuickReplies = PayloadFields.QuickReplies(fields),
        };

    private static UserMessagePayload ReadUserMessage(MapValue fields) => new(PayloadFields.RequiredText(fields, "text"))
    {
        Method = PayloadFields.Text(fields, "type") ?? "text",
        Data = fields["data"],
        InputType = PayloadFields.Text(fields, "input_type"),
        Intent = fields["intent"],
        Captures = fields["captures"],
        Sentences = fields["sents"],
        Locale = PayloadFields.Text(fields, "locale"),
        Sentiment = fields["sentiment"],
        Stats = fields["stats"],
        TrainingLabel = PayloadFields.Text(fields, "training_label"),
        Metadata = fields["metadata"].AsMap(),
        From = PayloadFields.Text(fields, "from"),
        Id = PayloadFields.Text(fields, "id"),
    };

    private static UserAttachmentPayload ReadUserAttachment(MapValue fields) =>
        new(PayloadFields.RequiredKind(fields, "type"), PayloadFields.RequiredText(fields, "url"))
        {
            Caption = PayloadFields.Text(fields, "caption"),
            Id = PayloadFields.Text(fields, "id"),
            Metadata = fields["metadata"].AsMap(),
            From = PayloadFields.Text(fields, "from"),
        };
}
