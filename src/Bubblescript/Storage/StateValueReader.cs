using System.Text.Json;
using Bubblescript.Matching;
using Bubblescript.Values;

namespace Bubblescript.Storage;

/// <summary>Reads what <see cref="StateValueWriter"/> has written, without recursion.</summary>
internal static class StateValueReader
{
    /// <exception cref="StateFormatException">The element is no saved value.</exception>
    public static Value Read(JsonElement element)
    {
        if (TryReadSimple(element, out Value simple))
        {
            return simple;
        }

        Stack<Building> open = new();
        open.Push(Building.Of(element));
        while (true)
        {
            Building top = open.Peek();
            if (top.TryNext(out JsonElement item))
            {
                if (TryReadSimple(item, out simple))
                {
                    top.Add(simple);
                }
                else
                {
                    open.Push(Building.Of(item));
                }

                continue;
            }

            Value built = open.Pop().Build();
            if (open.Count == 0)
            {
                return built;
            }

            open.Peek().Add(built);
        }
    }

    /// <exception cref="StateFormatException">The element is no saved map.</exception>
    public static MapValue ReadMap(JsonElement element) =>
        Read(element).AsMap() ?? throw new StateFormatException($"A map was expected, not {element.ValueKind}.");

    private static bool TryReadSimple(JsonElement element, out Value value)
    {
        value = default;
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.True or JsonValueKind.False:
                value = element.GetBoolean();
                return true;
            case JsonValueKind.String:
                value = element.GetString();
                return true;
            case JsonValueKind.Number:
                value = ReadNumber(element);
                return true;
            case JsonValueKind.Object when TagOf(element) is { } tag:
                return TryReadTagged(element, tag, out value);
            default:
                return false;
        }
    }

    private static Value ReadNumber(JsonElement element)
    {
        ReadOnlySpan<char> text = element.GetRawText();
        if (text.IndexOfAny('.', 'e', 'E') < 0)
        {
            return element.TryGetInt64(out long integer) ? integer : throw new StateFormatException($"The integer {text} is too large.");
        }

        return element.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw new StateFormatException($"The number {text} is too large.");
    }

    private static string? TagOf(JsonElement element)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            return property.NameEquals(StateTags.Key) ? property.Value.GetString() : null;
        }

        return null;
    }

    private static bool TryReadTagged(JsonElement element, string tag, out Value value)
    {
        switch (tag)
        {
            case StateTags.Atom:
                value = Value.AtomOf(Read(Property(element, "name")).AsString() ?? "");
                return true;
            case StateTags.Range:
                value = Value.From(new RangeValue(Property(element, "first").GetInt64(), Property(element, "last").GetInt64()));
                return true;
            case StateTags.Text:
                value = ReadUnits(Property(element, "units"));
                return true;
            default:
                value = default;
                return false;
        }
    }

    private static string ReadUnits(JsonElement units)
    {
        char[] text = new char[units.GetArrayLength()];
        int index = 0;
        foreach (JsonElement unit in units.EnumerateArray())
        {
            text[index++] = (char)unit.GetUInt16();
        }

        return new string(text);
    }

    private static JsonElement Property(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement property)
        ? property
        : throw new StateFormatException($"The saved value lacks the property '{name}'.");

    /// <summary>A list, map or record whose items are being read.</summary>
    private sealed class Building
    {
        private readonly List<Value> _items = [];
        private List<string>? _keys;
        private JsonElement.ArrayEnumerator _array;
        private JsonElement.ObjectEnumerator _object;
        private bool _isObject;
        private bool _isPairs;
        private RecordKind? _record;
        private string? _zone;

        public static Building Of(JsonElement element)
        {
            Building building = new();
            if (element.ValueKind == JsonValueKind.Object && TagOf(element) is { } tag && StateTags.TryGet(tag, out RecordKind kind))
            {
                building._record = kind;
                building._zone = element.TryGetProperty(StateTags.Zone, out JsonElement zone) && zone.ValueKind == JsonValueKind.String ? zone.GetString() : null;
                element = Property(element, "fields");
            }

            building.Begin(element);
            return building;
        }

        public bool TryNext(out JsonElement item)
        {
            item = default;
            if (!_isObject)
            {
                if (!_array.MoveNext())
                {
                    return false;
                }

                item = _array.Current;
                return true;
            }

            if (!_object.MoveNext())
            {
                return false;
            }

            (_keys ??= []).Add(_object.Current.Name);
            item = _object.Current.Value;
            return true;
        }

        public void Add(Value item) => _items.Add(item);

        public Value Build()
        {
            if (!_isObject && !_isPairs)
            {
                return ListValue.Own([.. _items]);
            }

            MapValue map = _isPairs ? FromPairs() : MapValue.From(_items.Select((item, i) => KeyValuePair.Create(_keys![i], item)));
            return _record is { } kind ? new RecordValue(kind, map, kind == RecordKind.Message ? MessageFields.In(_zone) : null) : map;
        }

        private void Begin(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                _array = element.EnumerateArray();
                return;
            }

            if (element.ValueKind != JsonValueKind.Object)
            {
                throw new StateFormatException($"A record needs fields, not {element.ValueKind}.");
            }

            switch (TagOf(element))
            {
                case null:
                    _isObject = true;
                    _object = element.EnumerateObject();
                    break;
                case StateTags.Map:
                    _isPairs = true;
                    _array = Property(element, "entries").EnumerateArray();
                    break;
                case { } tag:
                    throw new StateFormatException($"A saved value has the unknown type '{tag}'.");
            }
        }

        private MapValue FromPairs()
        {
            if (_items.Count % 2 != 0)
            {
                throw new StateFormatException("A saved map has a key without value.");
            }

            return MapValue.From(_items.Chunk(2).Select(static pair => KeyValuePair.Create(pair[0].AsString() ?? "", pair[1])));
        }
    }
}
