namespace Bubblescript.Syntax.Tree;

/// <summary><c>repeat x in list</c>, <c>repeat n</c> (no variable) and <c>repeat</c> (neither).</summary>
internal sealed record RepeatStatement(Identifier? Variable, Expression? Source, Block Body) : Statement;
