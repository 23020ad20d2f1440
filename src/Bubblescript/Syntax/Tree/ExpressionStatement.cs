namespace Bubblescript.Syntax.Tree;

/// <summary>An expression that stands as a statement.</summary>
internal sealed record ExpressionStatement(Expression Expression) : Statement;
