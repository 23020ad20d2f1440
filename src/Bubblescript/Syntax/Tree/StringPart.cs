namespace Bubblescript.Syntax.Tree;

/// <summary>A part of a string.</summary>
internal abstract record StringPart : SyntaxNode;
