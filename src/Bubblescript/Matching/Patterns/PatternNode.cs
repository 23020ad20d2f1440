namespace Bubblescript.Matching.Patterns;

/// <summary>A part of a pattern and where it stands in the pattern's source, in 0-based UTF-16 units (language reference, BML, section 3). Immutable.</summary>
internal abstract record PatternNode(int Start, int Length);
