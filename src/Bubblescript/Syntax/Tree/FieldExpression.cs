namespace Bubblescript.Syntax.Tree;

/// <summary><c>target.name</c> or <c>target."name"</c>.</summary>
internal sealed record FieldExpression(Expression Target, Identifier Name) : Expression;
