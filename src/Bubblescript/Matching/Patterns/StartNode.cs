namespace Bubblescript.Matching.Patterns;

/// <summary><c>[Start]</c>: nothing, at the start of the sentence.</summary>
internal sealed record StartNode(int Start, int Length) : PatternNode(Start, Length);
