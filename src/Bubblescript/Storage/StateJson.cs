using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bubblescript.Values;

namespace Bubblescript.Storage;

/// <summary>What the writers and readers of saved documents share.</summary>
internal static class StateJson
{
    /// <summary>
    /// The number of the format that is written; a document with a larger one is refused. Format 2 keeps the time of the opening where format 1 has the whole
    /// variable <c>conversation</c>.
    /// </summary>
    public const int Format = 2;

    private const string TimeFormat = "O";

    /// <summary>Escapes only what JSON demands: the documents are for people to read, and not for web pages.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = Encoder, MaxDepth = int.MaxValue, SkipValidation = true };

    private static readonly JsonDocumentOptions ReaderOptions = new() { MaxDepth = int.MaxValue };

    /// <summary>Writes one document.</summary>
    public static ReadOnlyMemory<byte> Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        ArrayBufferWriter<byte> buffer = new(1_024);
        Write(buffer, state, write);
        return buffer.WrittenMemory;
    }

    /// <summary>Writes one document to a buffer.</summary>
    public static void Write<TState>(IBufferWriter<byte> buffer, TState state, Action<Utf8JsonWriter, TState> write)
    {
        using Utf8JsonWriter writer = new(buffer, WriterOptions);
        writer.WriteStartObject();
        writer.WriteNumber("format"u8, Format);
        write(writer, state);
        writer.WriteEndObject();
        writer.Flush();
    }

    /// <summary>Reads one document; every way in which it can be wrong is a <see cref="StateFormatException"/>.</summary>
    /// <exception cref="StateFormatException">The document is of a newer format, or none.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> utf8Json, Func<JsonElement, T> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8Json, ReaderOptions);
            JsonElement root = document.RootElement;
            int format = root.GetProperty("format").GetInt32();
            if (format > Format)
            {
                throw new StateFormatException(
                    $"The document has the format {format}, and this version reads formats up to {Format}. " +
                    "Use the version that saved it, or a later one.")
                {
                    IsForeign = true,
                };
            }

            return read(root);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException
            or ArgumentException or OverflowException)
        {
            // What the JSON reader throws for damaged documents.
            throw new StateFormatException($"The document is damaged: {exception.Message}", exception);
        }
    }

    public static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset time) =>
        writer.WriteString(name, time.ToString(TimeFormat, CultureInfo.InvariantCulture));

    public static DateTimeOffset ReadTime(JsonElement element) =>
        DateTimeOffset.ParseExact(element.GetString()!, TimeFormat, CultureInfo.InvariantCulture);

    public static string? ReadText(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement property) ? property.GetString() : null;

    public static bool ReadFlag(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement property) && property.GetBoolean();

    public static int ReadCount(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement property) ? property.GetInt32() : 0;

    public static Value ReadValue(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement property) ? StateValueReader.Read(property) : default;

    public static MapValue ReadMap(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement property) ? StateValueReader.ReadMap(property) : MapValue.Empty;

    public static string[] ReadTexts(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement property)
        ? [.. property.EnumerateArray().Select(static item => item.GetString()!)]
        : [];

    public static void WriteFlag(Utf8JsonWriter writer, string name, bool flag)
    {
        if (flag)
        {
            writer.WriteBoolean(name, value: true);
        }
    }

    public static void WriteValue(Utf8JsonWriter writer, string name, Value value)
    {
        if (!value.IsNil)
        {
            writer.WritePropertyName(name);
            StateValueWriter.Write(writer, value);
        }
    }

    public static void WriteValue(Utf8JsonWriter writer, JsonEncodedText name, Value value)
    {
        if (!value.IsNil)
        {
            writer.WritePropertyName(name);
            StateValueWriter.Write(writer, value);
        }
    }

    public static void WriteMap(Utf8JsonWriter writer, string name, MapValue map)
    {
        if (map.Count > 0)
        {
            WriteValue(writer, name, map);
        }
    }

    public static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    public static void WriteTexts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
