using System.Globalization;
using System.Text;
using System.Text.Json;
using Bubblescript.Values;

namespace Bubblescript.Binding.DataFiles;

/// <summary>Reads JSON as values.</summary>
internal static class JsonDataReader
{
    private const int DeepestNesting = 100;

    /// <summary>The document.</summary>
    /// <exception cref="DataFormatException">The text is no JSON.</exception>
    public static Value Read(string text, DataPositions? positions = null)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = DeepestNesting });
        try
        {
            reader.Read();
            Value value = ReadValue(ref reader, "", utf8, positions);
            return reader.Read() ? throw Error("the file holds more than one value", utf8, reader.TokenStartIndex) : value;
        }
        catch (JsonException exception)
        {
            int line = (int)(exception.LineNumber ?? 0);
            throw new DataFormatException("the file is no valid JSON", line + 1, ColumnOf(utf8, line, exception.BytePositionInLine ?? 0), exception);
        }
        catch (InvalidOperationException exception)
        {
            // The reader's answer to a string with half of a surrogate pair.
            throw new DataFormatException("a text of the file has half of a surrogate pair", 1, 1, exception);
        }
    }

    private static Value ReadValue(ref Utf8JsonReader reader, string path, byte[] utf8, DataPositions? positions)
    {
        if (positions is not null)
        {
            positions.Add(path, utf8, (int)reader.TokenStartIndex);
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, path, utf8, positions);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, path, utf8, positions);
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Number when reader.TryGetInt64(out long integer):
                return integer;
            case JsonTokenType.Number:
                double number = reader.GetDouble();
                return double.IsFinite(number) ? number : throw Error("the number is too large", utf8, reader.TokenStartIndex);
            default:
                return default;
        }
    }

    private static MapValue ReadObject(ref Utf8JsonReader reader, string path, byte[] utf8, DataPositions? positions)
    {
        List<KeyValuePair<string, Value>> entries = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            string part = Join(path, key, positions);
            positions?.Add(DataPositions.KeyOf(part), utf8, (int)reader.TokenStartIndex);
            reader.Read();
            entries.Add(KeyValuePair.Create(key, ReadValue(ref reader, part, utf8, positions)));
        }

        return MapValue.From(entries);
    }

    private static ListValue ReadArray(ref Utf8JsonReader reader, string path, byte[] utf8, DataPositions? positions)
    {
        List<Value> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader, Join(path, items.Count.ToString(CultureInfo.InvariantCulture), positions), utf8, positions));
        }

        return ListValue.From(items);
    }

    private static string Join(string path, string key, DataPositions? positions) => positions is null ? path : path.Length == 0 ? key : $"{path}/{key}";

    private static DataFormatException Error(string message, byte[] utf8, long offset)
    {
        (int line, int column) = PositionOf(utf8, offset);
        return new DataFormatException(message, line, column);
    }

    private static (int Line, int Column) PositionOf(byte[] utf8, long offset)
    {
        ReadOnlySpan<byte> before = utf8.AsSpan(0, (int)offset);
        int lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private static int ColumnOf(byte[] utf8, int line, long byteInLine)
    {
        ReadOnlySpan<byte> rest = utf8;
        for (int i = 0; i < line; i++)
        {
            int next = rest.IndexOf((byte)'\n');
            rest = next < 0 ? [] : rest[(next + 1)..];
        }

        return Encoding.UTF8.GetCharCount(rest[..(int)Math.Min(byteInLine, rest.Length)]) + 1;
    }
}
