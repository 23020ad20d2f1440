using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary>A sequence of statements.</summary>
internal sealed record Block(ImmutableArray<Statement> Statements) : SyntaxNode
{
    public static readonly Block Empty = new([]);
}
