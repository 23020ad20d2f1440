namespace Bubblescript.Syntax.Tree;

/// <summary>A statement of a body (language reference, section 7).</summary>
internal abstract record Statement : SyntaxNode;
