namespace Bubblescript.Matching.Patterns;

/// <summary>A block <c>[…]</c> as it was read; it may be an element or belong to the element before it.</summary>
internal sealed record PatternBlock(int Offset, PatternBlockForm Form, string? Name, int Minimum, int Maximum, bool IsLazy, string? Capture);
