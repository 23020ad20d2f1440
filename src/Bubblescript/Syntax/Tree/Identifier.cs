namespace Bubblescript.Syntax.Tree;

/// <summary>A name as written, with its place.</summary>
internal sealed record Identifier(string Text) : SyntaxNode;
