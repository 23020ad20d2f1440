namespace Bubblescript.Matching.Patterns;

/// <summary>A pattern in parentheses.</summary>
internal sealed record GroupNode(int Start, int Length, PatternNode Body) : PatternNode(Start, Length);
