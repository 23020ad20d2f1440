namespace Bubblescript.Syntax.Tree;

/// <summary>A variable: conversation, local (<c>_x</c>) or predefined.</summary>
internal sealed record NameExpression(string Name) : Expression;
