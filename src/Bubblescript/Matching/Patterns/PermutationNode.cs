using System.Collections.Immutable;

namespace Bubblescript.Matching.Patterns;

/// <summary>Elements in any order, with up to five tokens between them.</summary>
internal sealed record PermutationNode(int Start, int Length, ImmutableArray<PatternNode> Items) : PatternNode(Start, Length);
