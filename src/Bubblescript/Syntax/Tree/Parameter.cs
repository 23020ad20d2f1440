namespace Bubblescript.Syntax.Tree;

/// <summary>A parameter of a function.</summary>
internal sealed record Parameter(Identifier Name, Expression? Schema) : SyntaxNode;
