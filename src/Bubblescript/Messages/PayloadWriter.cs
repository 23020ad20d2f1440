using System.Text.Json;
using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>Payloads as JSON (chat messages, section 1). Fields without content are left out.</summary>
internal static class PayloadWriter
{
    public static void Write(Utf8JsonWriter writer, MessagePayload payload)
    {
        switch (payload)
        {
            case TypingPayload typing:
                writer.WriteBooleanValue(typing.IsOn);
                return;
            case SleepPayload:
                writer.WriteBooleanValue(value: true);
                return;
        }

        writer.WriteStartObject();
        WriteFields(writer, payload);
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, MessagePayload payload)
    {
        switch (payload)
        {
            case TextPayload text:
                WriteText(writer, text);
                break;
            case MediaPayload media:
                WriteMedia(writer, media);
                break;
            case LocationPayload location:
                WriteLocation(writer, location);
                break;
            case TemplatePayload template:
                writer.WriteString("template_type"u8, template.TemplateType);
                JsonValues.WriteEntries(writer, template.Fields);
                break;
            case ContactPayload contact:
                JsonValues.WriteEntries(writer, contact.Fields);
                break;
            case EmitPayload emit:
                writer.WriteString("event"u8, emit.Event);
                WriteValue(writer, "payload"u8, emit.Payload);
                break;
            case InputMethodPayload input:
                WriteTyped(writer, input.Method, "payload"u8, input.Configuration);
                break;
            case SideEffectPayload effect:
                WriteTyped(writer, effect.Kind, "data"u8, effect.Data);
                break;
            default:
                WriteUserFields(writer, payload);
                break;
        }
    }

    private static void WriteUserFields(Utf8JsonWriter writer, MessagePayload payload)
    {
        switch (payload)
        {
            case UserMessagePayload message:
                WriteUserMessage(writer, message);
                break;
            case UserEventPayload userEvent:
                writer.WriteString("name"u8, userEvent.Name);
                WriteValue(writer, "payload"u8, userEvent.Payload);
                WriteOptional(writer, "sender"u8, userEvent.Sender);
                break;
            case UserLocationPayload location:
                writer.WriteNumber("lat"u8, location.Latitude);
                writer.WriteNumber("lon"u8, location.Longitude);
                break;
            case UserAttachmentPayload attachment:
                WriteUserAttachment(writer, attachment);
                break;
            default:
                throw new InvalidOperationException($"The payload {payload.GetType()} has no JSON.");
        }
    }

    private static void WriteText(Utf8JsonWriter writer, TextPayload text)
    {
        writer.WriteString("message"u8, text.Message);
        WriteOptional(writer, "class"u8, text.Class);
        WriteQuickReplies(writer, text.QuickReplies);
        WriteValue(writer, "speech_hints"u8, text.SpeechHints);
    }

    private static void WriteMedia(Utf8JsonWriter writer, MediaPayload media)
    {
        writer.WriteString("kind"u8, MessageNames.Of(media.Kind));
        writer.WriteString("url"u8, media.Url);
        WriteOptional(writer, "caption"u8, media.Caption);
        WriteOptional(writer, "class"u8, media.Class);
        WriteOptional(writer, "alt"u8, media.Alt);
        WriteOptional(writer, "preview_image"u8, media.PreviewImage);
        WriteQuickReplies(writer, media.QuickReplies);
        WriteValue(writer, "size"u8, media.Size);
    }

    private static void WriteLocation(Utf8JsonWriter writer, LocationPayload location)
    {
        writer.WriteNumber("lat"u8, location.Latitude);
        writer.WriteNumber("lon"u8, location.Longitude);
        if (location.Zoom is { } zoom)
        {
            writer.WriteNumber("zoom"u8, zoom);
        }

        WriteOptional(writer, "maptype"u8, location.MapType);
        WriteOptional(writer, "class"u8, location.Class);
        WriteQuickReplies(writer, location.QuickReplies);
    }

    private static void WriteUserMessage(Utf8JsonWriter writer, UserMessagePayload message)
    {
        writer.WriteString("text"u8, message.Text);
        writer.WriteString("type"u8, message.Method);
        WriteValue(writer, "data"u8, message.Data);
        WriteOptional(writer, "input_type"u8, message.InputType);
        WriteValue(writer, "intent"u8, message.Intent);
        WriteValue(writer, "captures"u8, message.Captures);
        WriteValue(writer, "sents"u8, message.Sentences);
        WriteOptional(writer, "locale"u8, message.Locale);
        WriteValue(writer, "sentiment"u8, message.Sentiment);
        WriteValue(writer, "stats"u8, message.Stats);
        WriteOptional(writer, "training_label"u8, message.TrainingLabel);
        WriteValue(writer, "metadata"u8, message.Metadata);
        WriteOptional(writer, "from"u8, message.From);
        WriteOptional(writer, "id"u8, message.Id);
    }

    private static void WriteUserAttachment(Utf8JsonWriter writer, UserAttachmentPayload attachment)
    {
        writer.WriteString("type"u8, MessageNames.Of(attachment.Kind));
        writer.WriteString("url"u8, attachment.Url);
        WriteOptional(writer, "caption"u8, attachment.Caption);
        WriteOptional(writer, "id"u8, attachment.Id);
        WriteValue(writer, "metadata"u8, attachment.Metadata);
        WriteOptional(writer, "from"u8, attachment.From);
    }

    private static void WriteQuickReplies(Utf8JsonWriter writer, QuickReplyList quickReplies)
    {
        if (quickReplies.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("quick_replies"u8);
        for (int i = 0; i < quickReplies.Count; i++)
        {
            QuickReply quickReply = quickReplies[i];
            writer.WriteStartObject();
            writer.WriteString("content_type"u8, MessageNames.Of(quickReply.ContentType));
            WriteOptional(writer, "title"u8, quickReply.Title);
            WriteOptional(writer, "image_url"u8, quickReply.ImageUrl);
            WriteOptional(writer, "capture"u8, quickReply.Capture);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTyped(Utf8JsonWriter writer, string type, ReadOnlySpan<byte> name, MapValue map)
    {
        writer.WriteString("type"u8, type);
        writer.WritePropertyName(name);
        JsonValues.WriteMap(writer, map);
    }

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Value value)
    {
        if (!value.IsNil)
        {
            writer.WritePropertyName(name);
            JsonValues.Write(writer, value);
        }
    }
}
