namespace Bubblescript.Syntax.Tree;

/// <summary>An infix operator; the right side of a pipe is a <see cref="CallExpression"/>.</summary>
internal sealed record BinaryExpression(BinaryOperator Operator, Expression Left, Expression Right) : Expression;
