namespace Bubblescript.Syntax.Tree;

/// <summary><c>key: value</c> or <c>expr => value</c>; exactly one of the keys is set.</summary>
internal sealed record MapEntry(Identifier? Key, Expression? KeyExpression, Expression Value) : SyntaxNode;
