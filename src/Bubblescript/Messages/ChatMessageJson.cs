using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>
/// The JSON of messages (chat messages, section 1): UTF-8, entries without content left out, times in UTC with milliseconds. Readers ignore what they do
/// not know. Safe for use by several threads.
/// </summary>
public static class ChatMessageJson
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The message as one line of JSON.</summary>
    public static string Serialize(ChatMessage message) => Encoding.UTF8.GetString(WriteToBuffer(message).WrittenSpan);

    /// <summary>The message as one line of JSON, encoded as UTF-8.</summary>
    public static byte[] SerializeToUtf8Bytes(ChatMessage message) => WriteToBuffer(message).WrittenSpan.ToArray();

    /// <summary>Writes the message as one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, ChatMessage message)
    {
        writer.WriteStartObject();
        if (message.Id.Length > 0)
        {
            writer.WriteString("id"u8, message.Id);
        }

        writer.WriteString("type"u8, MessageNames.Of(message.Type));
        writer.WritePropertyName("payload"u8);
        WritePayload(writer, message.Payload);
        WriteDelay(writer, message.Delay);
        WriteTime(writer, message.Time);
        WriteOrigin(writer, message);
        writer.WriteEndObject();
    }

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">The text is no JSON, or no message.</exception>
    public static ChatMessage Deserialize(string json) => Deserialize(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">The text is no JSON, or no message.</exception>
    public static ChatMessage Deserialize(ReadOnlySpan<byte> utf8Json)
    {
        Utf8JsonReader reader = new(utf8Json);
        ChatMessage message = Read(ref reader);
        if (reader.Read())
        {
            throw new JsonException("Only one JSON object was expected.");
        }

        return message;
    }

    /// <summary>Reads the message that begins at the reader's token and leaves the reader at its end.</summary>
    /// <exception cref="JsonException">The text is no JSON, or no message.</exception>
    public static ChatMessage Read(ref Utf8JsonReader reader)
    {
        MapValue fields = JsonValues.Read(ref reader).AsMap() ?? throw new JsonException("A message must be a JSON object.");
        string typeName = PayloadFields.Text(fields, "type") ?? throw new JsonException("The message needs the text 'type'.");
        ChatMessageType type = MessageNames.FindType(typeName) ?? throw new JsonException($"'{typeName}' is no type of message.");
        string visibility = PayloadFields.Text(fields, "visibility") ?? "external";
        return new ChatMessage
        {
            Id = PayloadFields.Text(fields, "id") ?? "",
            Type = type,
            Payload = fields["payload"].IsNil ? null : PayloadReader.Read(type, fields["payload"]),
            Delay = ReadDelay(fields["delay"]),
            Time = ReadTime(PayloadFields.Text(fields, "time")),
            As = fields["as"].AsMap() is { } identity ? new MessageIdentity(identity) : null,
            Sender = PayloadFields.Text(fields, "sender"),
            Metadata = fields["metadata"].AsMap(),
            Visibility = MessageNames.FindVisibility(visibility) ?? throw new JsonException($"'{visibility}' is no visibility of a message."),
        };
    }

    /// <summary>The payload as a value, as its JSON would be read.</summary>
    internal static Value ToValue(MessagePayload payload)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            PayloadWriter.Write(writer, payload);
        }

        Utf8JsonReader reader = new(buffer.WrittenSpan);
        return JsonValues.Read(ref reader);
    }

    private static ArrayBufferWriter<byte> WriteToBuffer(ChatMessage message)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, Options);
        Write(writer, message);
        writer.Flush();
        return buffer;
    }

    private static void WritePayload(Utf8JsonWriter writer, MessagePayload? payload)
    {
        if (payload is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            PayloadWriter.Write(writer, payload);
        }
    }

    private static void WriteDelay(Utf8JsonWriter writer, MessageDelay? delay)
    {
        if (delay is { IsInfinite: true })
        {
            writer.WriteString("delay"u8, "infinity"u8);
        }
        else if (delay is { } finite)
        {
            writer.WriteNumber("delay"u8, finite.Milliseconds);
        }
    }

    private static void WriteTime(Utf8JsonWriter writer, DateTimeOffset time)
    {
        if (time != default)
        {
            Span<byte> buffer = stackalloc byte[32];
            time.UtcDateTime.TryFormat(buffer, out int length, TimeFormat, CultureInfo.InvariantCulture);
            writer.WriteString("time"u8, buffer[..length]);
        }
    }

    private static void WriteOrigin(Utf8JsonWriter writer, ChatMessage message)
    {
        if (message.As is { } identity)
        {
            writer.WritePropertyName("as"u8);
            JsonValues.WriteMap(writer, identity.Fields);
        }

        if (message.Sender is { } sender)
        {
            writer.WriteString("sender"u8, sender);
        }

        if (message.Metadata is { } metadata)
        {
            writer.WritePropertyName("metadata"u8);
            JsonValues.WriteMap(writer, metadata);
        }

        if (message.Visibility != MessageVisibility.External)
        {
            writer.WriteString("visibility"u8, MessageNames.Of(message.Visibility));
        }
    }

    private static MessageDelay? ReadDelay(Value delay)
    {
        if (delay.IsNil)
        {
            return null;
        }

        if (delay.AsString() is "infinity")
        {
            return MessageDelay.Infinity;
        }

        return delay.AsDouble() is { } milliseconds and >= 0 and < long.MaxValue
            ? MessageDelay.FromMilliseconds((long)milliseconds)
            : throw new JsonException("A delay must be a number of milliseconds or \"infinity\".");
    }

    private static DateTimeOffset ReadTime(string? text)
    {
        if (text is null)
        {
            return default;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw new JsonException($"'{text}' is no ISO 8601 time.");
    }
}
