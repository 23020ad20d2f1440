namespace Bubblescript.Syntax.Tree;

/// <summary><c>expr -> body</c> in a branch or in buttons.</summary>
internal sealed record BranchCase(Expression Test, Block Body) : SyntaxNode;
