namespace Bubblescript.Syntax.Tree;

/// <summary>Literal text of a string, escapes resolved.</summary>
internal sealed record TextPart(string Text) : StringPart;
