namespace Bubblescript.Matching.Patterns;

/// <summary>One spaCy token with that part of speech or tag.</summary>
internal sealed record PartOfSpeechNode(int Start, int Length, string Tag) : PatternNode(Start, Length);
