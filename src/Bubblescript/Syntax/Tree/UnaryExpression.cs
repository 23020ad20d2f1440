namespace Bubblescript.Syntax.Tree;

/// <summary><c>-x</c>, <c>!x</c>, <c>not x</c>.</summary>
internal sealed record UnaryExpression(UnaryOperator Operator, Expression Operand) : Expression;
