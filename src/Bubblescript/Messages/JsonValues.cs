using System.Globalization;
using System.Text.Json;
using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>
/// Values inside the JSON of messages. Entries of maps that are nil are left out; whole floats keep their decimal, so that they are read back as floats.
/// </summary>
internal static class JsonValues
{
    public static void Write(Utf8JsonWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.IsTruthy);
                break;
            case ValueKind.Integer:
                writer.WriteNumberValue(value.AsInteger()!.Value);
                break;
            case ValueKind.Float:
                WriteFloat(writer, value.AsDouble()!.Value);
                break;
            case ValueKind.String:
                writer.WriteStringValue(value.AsString());
                break;
            case ValueKind.Atom:
                writer.WriteStringValue(value.AsAtom());
                break;
            case ValueKind.List:
                WriteList(writer, value.AsList()!);
                break;
            case ValueKind.Map:
                WriteMap(writer, value.AsMap()!);
                break;
            case ValueKind.Range:
                writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.AsRange()!.First}..{value.AsRange()!.Last}"));
                break;
            case ValueKind.Record:
                WriteMap(writer, value.AsRecord()!.Fields);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    public static void WriteMap(Utf8JsonWriter writer, MapValue map)
    {
        writer.WriteStartObject();
        WriteEntries(writer, map);
        writer.WriteEndObject();
    }

    public static void WriteEntries(Utf8JsonWriter writer, MapValue map)
    {
        foreach (KeyValuePair<string, Value> entry in map.AsSpan())
        {
            if (!entry.Value.IsNil)
            {
                writer.WritePropertyName(entry.Key);
                Write(writer, entry.Value);
            }
        }
    }

    /// <summary>Reads the value that begins at the reader's token and leaves the reader on its last token.</summary>
    public static Value Read(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        Value value = ValueJson.FromElement(document.RootElement);
        return value.AsError() is { } error ? throw new JsonException(error.Message) : value;
    }

    private static void WriteList(Utf8JsonWriter writer, ListValue list)
    {
        writer.WriteStartArray();
        foreach (Value item in list.AsSpan())
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteFloat(Utf8JsonWriter writer, double number)
    {
        Span<byte> buffer = stackalloc byte[40];
        number.TryFormat(buffer, out int length, "R", CultureInfo.InvariantCulture);
        if (!buffer[..length].ContainsAny(".E"u8))
        {
            ".0"u8.CopyTo(buffer[length..]);
            length += 2;
        }

        writer.WriteRawValue(buffer[..length], skipInputValidation: true);
    }
}
