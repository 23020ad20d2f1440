namespace Bubblescript.Syntax.Tree;

/// <summary><c>@name expr</c>.</summary>
internal sealed record ConstantItem(Identifier Name, Expression Value) : ScriptItem;
