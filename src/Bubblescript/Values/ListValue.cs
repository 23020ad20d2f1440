using System.Collections;

namespace Bubblescript.Values;

/// <summary>
/// An immutable list of values. Appending to the longest version of a list shares its storage, so building a list item by item is linear.
/// Safe for use by several threads.
/// </summary>
public sealed class ListValue : ValueObject, IReadOnlyList<Value>
{
    /// <summary>The list without items.</summary>
    public static readonly ListValue Empty = new(new Storage([], 0), 0);

    private readonly Storage _storage;
    private object? _index;

    private ListValue(Storage storage, int count)
        : base(ValueKind.List)
    {
        _storage = storage;
        Count = count;
    }

    /// <summary>The number of items.</summary>
    public int Count { get; }

    /// <summary>The item at a 0-based index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not less than <see cref="Count"/>.</exception>
    public Value this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return _storage.Items[index];
        }
    }

    /// <summary>The items, in order, without copying.</summary>
    public ReadOnlySpan<Value> AsSpan() => _storage.Items.AsSpan(0, Count);

    /// <summary>Makes a list of a copy of the items.</summary>
    public static ListValue From(ReadOnlySpan<Value> items) => items.IsEmpty ? Empty : Own(items.ToArray());

    /// <summary>Makes a list of the items.</summary>
    public static ListValue From(IEnumerable<Value> items) => Own([.. items]);

    /// <summary>A list that ends with one more item.</summary>
    public ListValue Append(Value item)
    {
        if (_storage.TryClaim(Count, 1))
        {
            _storage.Items[Count] = item;
            return new ListValue(_storage, Count + 1);
        }

        Value[] items = new Value[Math.Max(4, Count * 2)];
        AsSpan().CopyTo(items);
        items[Count] = item;
        return new ListValue(new Storage(items, Count + 1), Count + 1);
    }

    /// <summary>The items of this list followed by those of another.</summary>
    public ListValue Concat(ListValue other)
    {
        if (other.Count == 0)
        {
            return this;
        }

        if (Count == 0)
        {
            return other;
        }

        if (other.Count == 1)
        {
            return Append(other[0]);
        }

        int count = checked(Count + other.Count);
        if (_storage.TryClaim(Count, other.Count))
        {
            other.AsSpan().CopyTo(_storage.Items.AsSpan(Count));
            return new ListValue(_storage, count);
        }

        Value[] items = new Value[count];
        AsSpan().CopyTo(items);
        other.AsSpan().CopyTo(items.AsSpan(Count));
        return Own(items);
    }

    /// <summary>A copy with the item at an index replaced.</summary>
    public ListValue SetItem(int index, Value item)
    {
        Value[] items = AsSpan().ToArray();
        items[index] = item;
        return Own(items);
    }

    /// <summary>A copy without the item at an index.</summary>
    public ListValue RemoveAt(int index)
    {
        Value[] items = new Value[Count - 1];
        AsSpan()[..index].CopyTo(items);
        AsSpan()[(index + 1)..].CopyTo(items.AsSpan(index));
        return Own(items);
    }

    /// <inheritdoc/>
    public IEnumerator<Value> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return _storage.Items[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Makes a list of an array that nobody else writes to.</summary>
    internal static ListValue Own(Value[] items) => items.Length == 0 ? Empty : new ListValue(new Storage(items, items.Length), items.Length);

    /// <summary>What a later stage derived from the items and keeps with them, for example an index for queries.</summary>
    internal T GetOrAddIndex<T>(Func<ListValue, T> create)
        where T : class =>
        (T)(Volatile.Read(ref _index) ?? Interlocked.CompareExchange(ref _index, create(this), null) ?? _index!);

    private sealed class Storage(Value[] items, int used)
    {
        private int _used = used;

        public Value[] Items { get; } = items;

        public bool TryClaim(int count, int extra) =>
            extra <= Items.Length - count && Interlocked.CompareExchange(ref _used, count + extra, count) == count;
    }
}
