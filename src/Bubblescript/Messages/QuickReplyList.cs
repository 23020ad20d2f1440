using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Bubblescript.Messages;

/// <summary>The quick replies of a message. Immutable; two lists are equal when their items are.</summary>
[CollectionBuilder(typeof(QuickReplyList), nameof(Create))]
public sealed class QuickReplyList : IReadOnlyList<QuickReply>, IEquatable<QuickReplyList>
{
    /// <summary>No quick replies.</summary>
    public static readonly QuickReplyList Empty = new([]);

    private readonly ImmutableArray<QuickReply> _items;

    private QuickReplyList(ImmutableArray<QuickReply> items) => _items = items;

    /// <summary>The number of quick replies.</summary>
    public int Count => _items.Length;

    /// <summary>The quick reply at a 0-based index.</summary>
    public QuickReply this[int index] => _items[index];

    /// <summary>Makes a list of the items.</summary>
    public static QuickReplyList Create(ReadOnlySpan<QuickReply> items) => items.IsEmpty ? Empty : new QuickReplyList([.. items]);

    /// <summary>Makes a list of the items.</summary>
    public static QuickReplyList From(IEnumerable<QuickReply> items) => Create([.. items]);

    /// <inheritdoc/>
    public bool Equals(QuickReplyList? other) => other is not null && _items.AsSpan().SequenceEqual(other._items.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as QuickReplyList);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (QuickReply item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<QuickReply> GetEnumerator() => ((IEnumerable<QuickReply>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
