namespace Bubblescript.Matching.Patterns;

/// <summary>A regular expression on one token (<c>/re/T</c>) or on the rest of the sentence.</summary>
internal sealed record RegexNode(int Start, int Length, PatternRegex Expression, bool IsPerToken) : PatternNode(Start, Length);
