using System.Collections.Immutable;

namespace Bubblescript.Matching;

/// <summary>The tokenisations of a sentence for patterns that name some kinds of entities, in a list of those that were asked for.</summary>
internal sealed class KindTokenizations(ImmutableArray<string> kinds, Tokenization[] tokenizations, KindTokenizations? next)
{
    public Tokenization[] Tokenizations { get; } = tokenizations;

    public KindTokenizations? Next { get; } = next;

    public bool IsFor(ImmutableArray<string> other) => kinds == other || kinds.AsSpan().SequenceEqual(other.AsSpan());
}
