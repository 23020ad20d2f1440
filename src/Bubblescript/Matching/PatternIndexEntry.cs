using System.Collections.Immutable;

namespace Bubblescript.Matching;

/// <summary>What a <see cref="PatternIndex{T}"/> holds: an item and when it is worth a closer look. Immutable.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed record PatternIndexEntry<T>
{
    private PatternIndexEntry(T item, ImmutableArray<UtterancePattern> patterns, ImmutableArray<string> labels, bool isAlways)
    {
        Item = item;
        Patterns = patterns;
        Labels = labels;
        IsAlways = isAlways;
    }

    internal T Item { get; }

    internal ImmutableArray<UtterancePattern> Patterns { get; }

    internal ImmutableArray<string> Labels { get; }

    internal bool IsAlways { get; }

    /// <summary>An item that is found when one of the patterns may match.</summary>
    /// <param name="item">The item.</param>
    /// <param name="patterns">The patterns.</param>
    public static PatternIndexEntry<T> ForPatterns(T item, params ImmutableArray<UtterancePattern> patterns) => new(item, patterns, [], isAlways: false);

    /// <summary>An item that is found when the utterance has the same base form as one of the labels.</summary>
    /// <param name="item">The item.</param>
    /// <param name="labels">The labels.</param>
    public static PatternIndexEntry<T> ForLabels(T item, params ImmutableArray<string> labels) => new(item, [], labels, isAlways: false);

    /// <summary>An item that is found for patterns and for labels.</summary>
    /// <param name="item">The item.</param>
    /// <param name="patterns">The patterns.</param>
    /// <param name="labels">The labels.</param>
    public static PatternIndexEntry<T> For(T item, ImmutableArray<UtterancePattern> patterns, ImmutableArray<string> labels) =>
        new(item, patterns, labels, isAlways: false);

    /// <summary>An item that is always found.</summary>
    /// <param name="item">The item.</param>
    public static PatternIndexEntry<T> Always(T item) => new(item, [], [], isAlways: true);
}
