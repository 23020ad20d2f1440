namespace Bubblescript.Syntax.Tree;

/// <summary><c>random do … end</c>.</summary>
internal sealed record RandomStatement(Block Body) : Statement;
