using System.Text;

namespace Bubblescript.Values;

/// <summary>
/// Adds up about how many bytes values take when they are saved, until a budget is used up: shared parts count each time, as they are written each time.
/// </summary>
/// <param name="room">The budget in bytes.</param>
/// <param name="isCeiling">Whether texts count as the most that they may take, which needs no look at their characters.</param>
internal struct SizeBudget(long room, bool isCeiling = false)
{
    private const int MostBytesPerCharacter = 3;
    private const int DeepestRecursion = 32;
    private const int ScalarSize = 6;

    private Stack<Value>? _deep;
    private long _room = room;

    public readonly bool IsExceeded => _room < 0;

    public void Exceed() => _room = -1;

    public void Add(Value value)
    {
        Add(value, depth: 0);
        while (_room >= 0 && _deep is not null && _deep.TryPop(out Value deeper))
        {
            Add(deeper, depth: 0);
        }
    }

    public void Add(ReadOnlySpan<Value> values)
    {
        foreach (Value value in values)
        {
            Add(value);
        }
    }

    private void Add(Value value, int depth)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                AddText(value.AsString()!);
                break;
            case ValueKind.List or ValueKind.Map or ValueKind.Record when depth == DeepestRecursion:
                (_deep ??= new Stack<Value>()).Push(value);
                break;
            case ValueKind.List:
                AddItems(value.AsList()!, depth + 1);
                break;
            case ValueKind.Map:
                AddEntries(value.AsMap()!, depth + 1);
                break;
            case ValueKind.Record:
                AddEntries(value.AsRecord()!.Fields, depth + 1);
                break;
            default:
                _room -= ScalarSize;
                break;
        }
    }

    private void AddText(string text)
    {
        long bytes = isCeiling ? (long)text.Length * MostBytesPerCharacter : text.Length > _room ? text.Length : Encoding.UTF8.GetByteCount(text);
        _room -= 3 + bytes;
    }

    private void AddItems(ListValue list, int depth)
    {
        _room -= 3;
        foreach (Value item in list.AsSpan())
        {
            if (_room < 0)
            {
                return;
            }

            Add(item, depth);
        }
    }

    private void AddEntries(MapValue map, int depth)
    {
        _room -= 3;
        foreach (KeyValuePair<string, Value> entry in map.AsSpan())
        {
            if (_room < 0)
            {
                return;
            }

            AddText(entry.Key);
            Add(entry.Value, depth);
        }
    }
}
