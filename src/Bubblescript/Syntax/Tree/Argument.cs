namespace Bubblescript.Syntax.Tree;

/// <summary>A positional argument, or a keyword argument when it has a key. Keys that were written as strings keep their text.</summary>
internal sealed record Argument(Identifier? Key, Expression Value) : SyntaxNode;
