namespace Bubblescript.Syntax.Tree;

/// <summary><c>target[index]</c>.</summary>
internal sealed record IndexExpression(Expression Target, Expression Index) : Expression;
