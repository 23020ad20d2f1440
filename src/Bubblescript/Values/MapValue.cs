using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Bubblescript.Values;

/// <summary>
/// An immutable map from text keys to values that keeps the order of its keys. Changes copy the map. Safe for use by several threads.
/// </summary>
public sealed class MapValue : ValueObject, IReadOnlyDictionary<string, Value>, IEquatable<MapValue>
{
    /// <summary>The map without entries.</summary>
    public static readonly MapValue Empty = new([]);

    private const int LargestScan = 16;
    private const int LargestComparison = 16;

    private readonly KeyValuePair<string, Value>[] _entries;
    private Dictionary<string, int>? _positions;

    private MapValue(KeyValuePair<string, Value>[] entries)
        : base(ValueKind.Map) => _entries = entries;

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _entries.Select(static entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<Value> Values => _entries.Select(static entry => entry.Value);

    /// <summary>The value of a key, or nil when there is no such key.</summary>
    public Value this[string key] => TryGetValue(key, out Value value) ? value : default;

    /// <summary>The entries in order, without copying.</summary>
    public ReadOnlySpan<KeyValuePair<string, Value>> AsSpan() => _entries;

    /// <summary>Makes a map of entries; a later entry of the same key wins, in the place of the first one.</summary>
    public static MapValue From(IEnumerable<KeyValuePair<string, Value>> entries)
    {
        List<KeyValuePair<string, Value>> list = [];
        Dictionary<string, int> positions = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, Value> entry in entries)
        {
            if (positions.TryGetValue(entry.Key, out int position))
            {
                list[position] = entry;
            }
            else
            {
                positions.Add(entry.Key, list.Count);
                list.Add(entry);
            }
        }

        return list.Count == 0 ? Empty : new MapValue([.. list]);
    }

    /// <summary>Makes a map of entries; a later entry of the same key wins, in the place of the first one.</summary>
    public static MapValue From(params ReadOnlySpan<(string Key, Value Value)> entries)
    {
        KeyValuePair<string, Value>[] pairs = new KeyValuePair<string, Value>[entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            pairs[i] = KeyValuePair.Create(entries[i].Key, entries[i].Value);
        }

        return Own(pairs);
    }

    /// <summary>Makes a map of an array that nobody else writes to; a later entry of the same key wins, in the place of the first one.</summary>
    internal static MapValue Own(KeyValuePair<string, Value>[] entries) =>
        entries.Length <= LargestComparison && AreDistinct(entries) ? OwnDistinct(entries) : From(entries);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => FindPosition(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Value value)
    {
        int position = FindPosition(key);
        value = position >= 0 ? _entries[position].Value : default;
        return position >= 0;
    }

    /// <summary>A copy with the entry set: in its place when the key exists, else at the end.</summary>
    public MapValue Set(string key, Value value)
    {
        int position = FindPosition(key);
        KeyValuePair<string, Value>[] entries;
        if (position >= 0)
        {
            entries = [.. _entries];
        }
        else
        {
            entries = new KeyValuePair<string, Value>[_entries.Length + 1];
            _entries.CopyTo(entries, 0);
            position = _entries.Length;
        }

        entries[position] = KeyValuePair.Create(key, value);
        return new MapValue(entries);
    }

    /// <summary>A copy without the entry; the map itself when there is no such key.</summary>
    public MapValue Remove(string key)
    {
        int position = FindPosition(key);
        if (position < 0)
        {
            return this;
        }

        return _entries.Length == 1 ? Empty : new MapValue([.. _entries[..position], .. _entries[(position + 1)..]]);
    }

    /// <summary>A copy with all entries of another map set, in their order.</summary>
    public MapValue Merge(MapValue other) => other.Count == 0 ? this : Count == 0 ? other : From(_entries.Concat(other._entries));

    /// <summary>Exact equality: the same entries in the same order.</summary>
    public bool Equals(MapValue? other) => other is not null && Value.From(this) == Value.From(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MapValue);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.From(this).GetHashCode();

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, Value>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Makes a map of entries whose keys are known to differ, in an array that nobody else writes to.</summary>
    internal static MapValue OwnDistinct(KeyValuePair<string, Value>[] entries) => entries.Length == 0 ? Empty : new MapValue(entries);

    private static bool AreDistinct(ReadOnlySpan<KeyValuePair<string, Value>> entries)
    {
        for (int i = 1; i < entries.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (string.Equals(entries[i].Key, entries[j].Key, StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private int FindPosition(string key)
    {
        if (_entries.Length <= LargestScan)
        {
            for (int i = 0; i < _entries.Length; i++)
            {
                if (string.Equals(_entries[i].Key, key, StringComparison.Ordinal))
                {
                    return i;
                }
            }

            return -1;
        }

        return (_positions ?? BuildPositions()).GetValueOrDefault(key, -1);
    }

    private Dictionary<string, int> BuildPositions()
    {
        Dictionary<string, int> positions = new(_entries.Length, StringComparer.Ordinal);
        for (int i = 0; i < _entries.Length; i++)
        {
            positions.Add(_entries[i].Key, i);
        }

        return _positions = positions;
    }
}
