namespace Bubblescript.Syntax.Tree;

/// <summary><c>@name</c>.</summary>
internal sealed record ConstantExpression(string Name) : Expression;
