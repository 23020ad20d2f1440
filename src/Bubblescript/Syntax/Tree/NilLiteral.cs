namespace Bubblescript.Syntax.Tree;

/// <summary><c>nil</c>.</summary>
internal sealed record NilLiteral : Expression;
