namespace Bubblescript.Syntax.Tree;

/// <summary><c>once do … after … end</c>.</summary>
internal sealed record OnceStatement(Block Body, Block? After) : Statement;
