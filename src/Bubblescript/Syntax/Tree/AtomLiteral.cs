namespace Bubblescript.Syntax.Tree;

/// <summary><c>:name</c> or <c>:"any text"</c>.</summary>
internal sealed record AtomLiteral(string Name) : Expression;
