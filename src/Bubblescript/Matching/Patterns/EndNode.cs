namespace Bubblescript.Matching.Patterns;

/// <summary><c>[End]</c>: nothing, at the end of the sentence.</summary>
internal sealed record EndNode(int Start, int Length) : PatternNode(Start, Length);
