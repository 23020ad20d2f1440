using Bubblescript.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bubblescript.Binding.DataFiles;

/// <summary>
/// Reads YAML files as values, by the core schema of YAML 1.2, with the places of their parts. Depth and size are limited; aliases count as often as they
/// are used.
/// </summary>
internal sealed class YamlDataReader
{
    private const int DeepestNesting = 100;
    private const long LargestDocument = 4_000_000;

    private readonly IParser _parser;
    private readonly DataPositions? _positions;
    private readonly Dictionary<AnchorName, (Value Value, long Size)> _anchors = [];
    private long _size;
    private int _line = 1;
    private int _column = 1;

    private YamlDataReader(string text, DataPositions? positions)
    {
        _parser = new Parser(new StringReader(text));
        _positions = positions;
    }

    /// <summary>The document; an empty file is nil.</summary>
    /// <exception cref="DataFileException">The text is no YAML, has several documents or is too large.</exception>
    public static Value Read(string text, DataPositions? positions = null)
    {
        YamlDataReader reader = new(text, positions);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException exception)
        {
            string message = $"the file is no valid YAML: {LowerFirst(exception.InnerException?.Message ?? exception.Message)}";
            throw new DataFileException(message, (int)exception.Start.Line, (int)exception.Start.Column, exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // The scanner throws these for some texts that are no YAML.
            throw new DataFileException("the file is no valid YAML behind this place", reader._line, reader._column, exception);
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
            throw Error("the file holds more than one document", second);
        }

        return value;
    }

    private Value ReadNode(string path, int depth)
    {
        ParsingEvent start = _parser.Current ?? throw new DataFileException("the file ends too early", 1, 1);
        (_line, _column) = ((int)start.Start.Line, (int)start.Start.Column);
        _positions?.Add(path, _line, _column);
        if (depth > DeepestNesting)
        {
            throw Error($"the data is nested more than {DeepestNesting} levels deep", start);
        }

        Count(1, start);
        long before = _size;
        Value value;
        switch (start)
        {
            case AnchorAlias alias:
                _parser.MoveNext();
                return Resolve(alias);
            case Scalar scalar:
                _parser.MoveNext();
                value = ValueYaml.ReadScalar(scalar);
                break;
            case SequenceStart:
                _parser.MoveNext();
                value = ReadSequence(path, depth);
                break;
            case MappingStart:
                _parser.MoveNext();
                value = ReadMapping(path, depth);
                break;
            default:
                throw Error("a value is expected", start);
        }

        if (start is NodeEvent { Anchor.IsEmpty: false } node)
        {
            _anchors[node.Anchor] = (value, _size - before + 1);
        }

        return value;
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

            entries.Add(KeyValuePair.Create(key.Value, ReadNode(Join(path, key.Value), depth + 1)));
        }

        foreach (MapValue map in merged)
        {
            entries.AddRange(map.Where(entry => keys.Add(entry.Key)));
        }

        return MapValue.From(entries);
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

    private string Join(string path, object key) => _positions is null ? path : path.Length == 0 ? $"{key}" : $"{path}/{key}";

    private static DataFileException Error(string message, ParsingEvent place) => new(message, (int)place.Start.Line, (int)place.Start.Column);
}
