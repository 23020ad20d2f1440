using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bubblescript.Values;

/// <summary>
/// Reads YAML as values, by the core schema of YAML 1.2, with the places of their parts. Merge keys (<c>&lt;&lt;</c>) are applied. Depth and size are
/// limited; aliases count as often as they are used.
/// </summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 100;
    private const int LargestDocument = 4_000_000;

    private readonly IParser _parser;
    private readonly string _subject;
    private readonly DataPositions? _positions;
    private readonly int _longestList;
    private readonly Dictionary<AnchorName, (Value Value, long Size)> _anchors = [];
    private long _size;
    private int _line = 1;
    private int _column = 1;

    private YamlReader(string text, string subject, DataPositions? positions, int longestList)
    {
        _parser = new Parser(new StringReader(text));
        _subject = subject;
        _positions = positions;
        _longestList = longestList;
    }

    /// <summary>The document; an empty text is nil.</summary>
    /// <param name="text">The text.</param>
    /// <param name="subject">What the text is in messages, such as "the file".</param>
    /// <param name="positions">Takes the places of all parts, or null.</param>
    /// <param name="longestList">The most items of a list or entries of a map.</param>
    /// <exception cref="DataFormatException">The text is no YAML, has several documents or is too large.</exception>
    public static Value Read(string text, string subject, DataPositions? positions = null, int longestList = LargestDocument)
    {
        YamlReader reader = new(text, subject, positions, longestList);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException exception)
        {
            string message = $"{subject} is no valid YAML: {LowerFirst(exception.InnerException?.Message ?? exception.Message)}";
            throw new DataFormatException(message, (int)exception.Start.Line, (int)exception.Start.Column, exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // The scanner throws these for some texts that are no YAML.
            throw new DataFormatException($"{subject} is no valid YAML behind this place", reader._line, reader._column, exception);
        }
    }

    private static string LowerFirst(string text)
    {
        int end = text.IndexOf("): ", StringComparison.Ordinal);
        string plain = (text.StartsWith('(') && end > 0 ? text[(end + 3)..] : text).TrimEnd('.');
        return plain.Length == 0 ? "unknown error" : char.ToLowerInvariant(plain[0]) + plain[1..];
    }

    private Value ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            return default;
        }

        _parser.Consume<DocumentStart>();
        Value value = ReadNode("", 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is DocumentStart second)
        {
            throw Error($"{_subject} holds more than one document", second);
        }

        return value;
    }

    private Value ReadNode(string path, int depth)
    {
        ParsingEvent start = _parser.Current ?? throw new DataFormatException($"{_subject} ends too early", 1, 1);
        (_line, _column) = ((int)start.Start.Line, (int)start.Start.Column);
        _positions?.Add(path, _line, _column);
        if (depth > DeepestNesting)
        {
            throw Error($"the data is nested more than {DeepestNesting} levels deep", start);
        }

        Count(1, start);
        if (start is AnchorAlias alias)
        {
            _parser.MoveNext();
            return Resolve(alias);
        }

        long before = _size;
        Value value = ReadContent(start, path, depth);
        if (start is NodeEvent { Anchor.IsEmpty: false } node)
        {
            _anchors[node.Anchor] = (value, _size - before + 1);
        }

        return value;
    }

    private Value ReadContent(ParsingEvent start, string path, int depth)
    {
        switch (start)
        {
            case Scalar scalar:
                _parser.MoveNext();
                return ReadScalar(scalar);
            case SequenceStart:
                _parser.MoveNext();
                return ReadSequence(path, depth);
            case MappingStart:
                _parser.MoveNext();
                return ReadMapping(path, depth);
            default:
                throw Error("a value is expected", start);
        }
    }

    private Value Resolve(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out (Value Value, long Size) anchor))
        {
            throw Error($"the anchor '{alias.Value}' is not defined before its use", alias);
        }

        Count(anchor.Size, alias);
        return anchor.Value;
    }

    private ListValue ReadSequence(string path, int depth)
    {
        List<Value> items = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            CheckLength(items.Count + 1);
            items.Add(ReadNode(Join(path, items.Count), depth + 1));
        }

        return ListValue.From(items);
    }

    private MapValue ReadMapping(string path, int depth)
    {
        List<KeyValuePair<string, Value>> entries = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        List<MapValue> merged = [];
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (_parser.Current is not Scalar key)
            {
                throw Error("the key of an entry must be a text", _parser.Current!);
            }

            _parser.MoveNext();
            if (key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                Merge(ReadNode(Join(path, key.Value), depth + 1), merged, key);
                continue;
            }

            if (!keys.Add(key.Value))
            {
                throw Error($"the key '{key.Value}' stands twice in one map", key);
            }

            CheckLength(keys.Count);
            string part = Join(path, key.Value);
            _positions?.Add(DataPositions.KeyOf(part), (int)key.Start.Line, (int)key.Start.Column);
            entries.Add(KeyValuePair.Create(key.Value, ReadNode(part, depth + 1)));
        }

        if (merged.Count == 0)
        {
            return MapValue.From(entries);
        }

        // An entry of the map itself wins over merged ones, an earlier merged map over later ones.
        MapValue result = MapValue.From(merged.AsEnumerable().Reverse().SelectMany(static map => map).Concat(entries));
        CheckLength(result.Count);
        return result;
    }

    private static void Merge(Value value, List<MapValue> merged, Scalar key)
    {
        if (value.AsMap() is { } map)
        {
            merged.Add(map);
        }
        else if (value.AsList() is { } list && list.All(static item => item.AsMap() is not null))
        {
            merged.AddRange(list.Select(static item => item.AsMap()!));
        }
        else
        {
            throw Error("'<<' needs a map or a list of maps", key);
        }
    }

    private void Count(long size, ParsingEvent place)
    {
        _size += size;
        if (_size > LargestDocument)
        {
            throw Error($"the data has more than {LargestDocument} values when its aliases are written out", place);
        }
    }

    private void CheckLength(int count)
    {
        if (count > _longestList)
        {
            throw new DataFormatException($"a list or map has more than {NumberText.Format(_longestList)} items", _line, _column);
        }
    }

    private static Value ReadScalar(Scalar scalar)
    {
        bool isText = scalar.Tag.IsEmpty
            ? scalar.Style != ScalarStyle.Plain
            : !scalar.Tag.IsNonSpecific && scalar.Tag.Value.EndsWith(":str", StringComparison.Ordinal);
        if (isText)
        {
            return scalar.Value;
        }

        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => default,
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ => ReadNumber(scalar.Value),
        };
    }

    private static Value ReadNumber(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan().TrimStart("+-");
        if (digits.IsEmpty || digits.Length < text.Length - 1 || !(char.IsAsciiDigit(digits[0]) || (digits[0] == '.' && digits.Length > 1)))
        {
            return text;
        }

        if (digits.Length == text.Length && digits.Length > 2 && digits[0] == '0' && digits[1] is 'x' or 'o')
        {
            return ReadPrefixed(digits) ?? text;
        }

        if (!digits.ContainsAnyExceptInRange('0', '9')
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
        {
            return integer;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : text;
    }

    /// <summary>The number of <c>0x1F</c> and <c>0o17</c>; null when it is none or too large.</summary>
    private static Value? ReadPrefixed(ReadOnlySpan<char> text)
    {
        int radix = text[1] == 'x' ? 16 : 8;
        long number = 0;
        foreach (char digit in text[2..])
        {
            int worth = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : radix;
            if (worth >= radix || number > (long.MaxValue - worth) / radix)
            {
                return null;
            }

            number = (number * radix) + worth;
        }

        return number;
    }

    private string Join(string path, object key) => _positions is null ? path : path.Length == 0 ? $"{key}" : $"{path}/{key}";

    private static DataFormatException Error(string message, ParsingEvent place) => new(message, (int)place.Start.Line, (int)place.Start.Column);
}
