namespace Bubblescript.Matching.Patterns;

/// <summary><c>a-b</c> or <c>a'b</c>; both words in normal form.</summary>
internal sealed record CompoundNode(int Start, int Length, string First, char Separator, string Second) : PatternNode(Start, Length);
