namespace Bubblescript.Matching.Patterns;

/// <summary>One entity token of a kind.</summary>
internal sealed record EntityNode(int Start, int Length, string Kind) : PatternNode(Start, Length);
