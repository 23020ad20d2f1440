using System.Globalization;
using System.Text.Json;
using Bubblescript.Matching;
using Bubblescript.Values;

namespace Bubblescript.Storage;

/// <summary>
/// Writes values with their exact types: what JSON has as it is - numbers with a point are floats -, everything else as an object that begins with
/// <c>"$"</c>. Works with little recursion, since scripts can nest lists as deeply as they like.
/// </summary>
internal static class StateValueWriter
{
    private const int DeepestRecursion = 16;

    public static void Write(Utf8JsonWriter writer, Value value) => Write(writer, value, depth: 0);

    private static void Write(Utf8JsonWriter writer, Value value, int depth)
    {
        if (IsSimple(value))
        {
            WriteSimple(writer, value);
        }
        else if (depth < DeepestRecursion)
        {
            WriteParts(writer, Begin(writer, value), depth);
        }
        else
        {
            WriteDeep(writer, value);
        }
    }

    private static void WriteParts(Utf8JsonWriter writer, Part part, int depth)
    {
        for (int i = 0; i < part.Count; i++)
        {
            Write(writer, (part with { Index = i }).WriteKey(writer), depth + 1);
        }

        part.End(writer);
    }

    private static void WriteDeep(Utf8JsonWriter writer, Value value)
    {
        Stack<Part> open = new();
        open.Push(Begin(writer, value));
        while (open.TryPop(out Part part))
        {
            if (part.Index == part.Count)
            {
                part.End(writer);
                continue;
            }

            Value item = part.WriteKey(writer);
            open.Push(part with { Index = part.Index + 1 });
            if (IsSimple(item))
            {
                WriteSimple(writer, item);
            }
            else
            {
                open.Push(Begin(writer, item));
            }
        }
    }

    /// <summary>Writes a map as an object of a property that the caller has named.</summary>
    public static void Write(Utf8JsonWriter writer, MapValue map) => Write(writer, (Value)map);

    private static bool IsSimple(Value value) => value.Kind is not (ValueKind.List or ValueKind.Map or ValueKind.Record);

    private static void WriteSimple(Utf8JsonWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.IsTruthy);
                break;
            case ValueKind.Integer:
                writer.WriteNumberValue(value.RawInteger);
                break;
            case ValueKind.Float:
                WriteFloat(writer, value.RawFloat);
                break;
            case ValueKind.String:
                WriteText(writer, value.AsString()!);
                break;
            case ValueKind.Atom:
                writer.WriteStartObject();
                writer.WriteString(StateTags.Key, StateTags.Atom);
                writer.WritePropertyName("name"u8);
                WriteText(writer, value.AsAtom()!);
                writer.WriteEndObject();
                break;
            case ValueKind.Range:
                writer.WriteStartObject();
                writer.WriteString(StateTags.Key, StateTags.Range);
                writer.WriteNumber("first"u8, value.AsRange()!.First);
                writer.WriteNumber("last"u8, value.AsRange()!.Last);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteFloat(Utf8JsonWriter writer, double number)
    {
        Span<char> buffer = stackalloc char[40];
        number.TryFormat(buffer, out int length, "R", CultureInfo.InvariantCulture);
        if (buffer[..length].IndexOfAny('.', 'E') < 0)
        {
            ".0".CopyTo(buffer[length..]);
            length += 2;
        }

        writer.WriteRawValue(buffer[..length], skipInputValidation: true);
    }

    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        if (IsWellFormed(text))
        {
            writer.WriteStringValue(text);
            return;
        }

        // Half of a surrogate pair cannot be written as UTF-8 and still has to come back.
        writer.WriteStartObject();
        writer.WriteString(StateTags.Key, StateTags.Text);
        writer.WriteStartArray("units"u8);
        foreach (char unit in text)
        {
            writer.WriteNumberValue(unit);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static bool IsWellFormed(string text)
    {
        int first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (int i = Math.Max(first, 0); first >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    private static Part Begin(Utf8JsonWriter writer, Value value)
    {
        if (value.AsList() is { } list)
        {
            writer.WriteStartArray();
            return new Part(list, Map: null, IsPairs: false, Closing: 0, Count: list.Count);
        }

        if (value.AsRecord() is { } record)
        {
            writer.WriteStartObject();
            writer.WriteString(StateTags.Key, StateTags.Of(record.RecordKind));
            if (record.Companion is MessageFields said && said != MessageFields.Instance)
            {
                writer.WritePropertyName(StateTags.Zone);
                WriteText(writer, said.TimeZone);
            }

            writer.WritePropertyName("fields"u8);
            return BeginMap(writer, record.Fields, closing: 1);
        }

        return BeginMap(writer, value.AsMap()!, closing: 0);
    }

    private static Part BeginMap(Utf8JsonWriter writer, MapValue map, int closing)
    {
        if (IsPlain(map))
        {
            writer.WriteStartObject();
            return new Part(List: null, map, IsPairs: false, closing, map.Count);
        }

        writer.WriteStartObject();
        writer.WriteString(StateTags.Key, StateTags.Map);
        writer.WriteStartArray("entries"u8);
        return new Part(List: null, map, IsPairs: true, closing + 1, map.Count);
    }

    /// <summary>Whether the map can be a JSON object: no key looks like a tag or cannot be written.</summary>
    private static bool IsPlain(MapValue map)
    {
        foreach (KeyValuePair<string, Value> entry in map.AsSpan())
        {
            if (string.Equals(entry.Key, StateTags.Key, StringComparison.Ordinal) || !IsWellFormed(entry.Key))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A list or map that is being written.</summary>
    /// <param name="List">The list, or null.</param>
    /// <param name="Map">The map, or null.</param>
    /// <param name="IsPairs">Whether the map is written as an array of keys and values.</param>
    /// <param name="Closing">How many objects around it end with it.</param>
    /// <param name="Count">The number of items.</param>
    private readonly record struct Part(ListValue? List, MapValue? Map, bool IsPairs, int Closing, int Count)
    {
        public int Index { get; init; }

        public Value WriteKey(Utf8JsonWriter writer)
        {
            if (List is { } list)
            {
                return list[Index];
            }

            ref readonly KeyValuePair<string, Value> entry = ref Map!.AsSpan()[Index];
            if (IsPairs)
            {
                WriteText(writer, entry.Key);
            }
            else
            {
                writer.WritePropertyName(entry.Key);
            }

            return entry.Value;
        }

        public void End(Utf8JsonWriter writer)
        {
            if (List is not null || IsPairs)
            {
                writer.WriteEndArray();
            }
            else
            {
                writer.WriteEndObject();
            }

            for (int i = 0; i < Closing; i++)
            {
                writer.WriteEndObject();
            }
        }
    }
}
