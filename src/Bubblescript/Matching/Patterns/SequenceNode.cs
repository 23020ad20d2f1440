using System.Collections.Immutable;

namespace Bubblescript.Matching.Patterns;

/// <summary>Elements that follow one another.</summary>
internal sealed record SequenceNode(int Start, int Length, ImmutableArray<PatternNode> Items) : PatternNode(Start, Length);
