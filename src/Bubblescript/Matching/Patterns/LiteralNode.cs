namespace Bubblescript.Matching.Patterns;

/// <summary>One or more tokens that together spell a text in normal form (language reference, BML, section 4.1).</summary>
internal sealed record LiteralNode(int Start, int Length, string Text) : PatternNode(Start, Length);
