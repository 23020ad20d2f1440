namespace Bubblescript.Syntax.Tree;

/// <summary>A node of the immutable syntax tree. Nodes carry their span and print back to source.</summary>
internal abstract record SyntaxNode
{
    /// <summary>Where the node stands in its source.</summary>
    public SourceSpan Span { get; init; }
}
