namespace Bubblescript.Matching.Patterns;

/// <summary>An element whose tokens are kept under a name.</summary>
internal sealed record CaptureNode(int Start, int Length, PatternNode Body, string Name) : PatternNode(Start, Length);
