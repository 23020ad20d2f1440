namespace Bubblescript.Syntax.Tree;

/// <summary>An expression (language reference, section 2).</summary>
internal abstract record Expression : SyntaxNode;
