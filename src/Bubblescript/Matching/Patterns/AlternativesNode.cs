using System.Collections.Immutable;

namespace Bubblescript.Matching.Patterns;

/// <summary>One of several patterns; the earlier ones are preferred.</summary>
internal sealed record AlternativesNode(int Start, int Length, ImmutableArray<PatternNode> Items) : PatternNode(Start, Length);
