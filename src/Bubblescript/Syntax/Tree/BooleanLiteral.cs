namespace Bubblescript.Syntax.Tree;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record BooleanLiteral(bool Value) : Expression;
