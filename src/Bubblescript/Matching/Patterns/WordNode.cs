namespace Bubblescript.Matching.Patterns;

/// <summary>One token that equals a word in normal form.</summary>
internal sealed record WordNode(int Start, int Length, string Word) : PatternNode(Start, Length);
