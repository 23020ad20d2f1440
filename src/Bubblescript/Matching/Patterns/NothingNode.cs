namespace Bubblescript.Matching.Patterns;

/// <summary>The empty pattern, which matches nothing.</summary>
internal sealed record NothingNode(int Start, int Length) : PatternNode(Start, Length);
