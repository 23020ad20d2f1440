namespace Bubblescript.Syntax.Tree;

/// <summary><c>path = value</c>; exactly one of <see cref="Value"/> and <see cref="Command"/> is set (<c>x = ask …</c>).</summary>
internal sealed record AssignStatement(Expression Target, Expression? Value, CommandStatement? Command) : Statement;
