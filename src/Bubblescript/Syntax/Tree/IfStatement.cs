namespace Bubblescript.Syntax.Tree;

/// <summary><c>if</c> and <c>unless</c>, block or short form.</summary>
internal sealed record IfStatement(bool IsUnless, Expression Condition, Block Then, Block? Else) : Statement;
