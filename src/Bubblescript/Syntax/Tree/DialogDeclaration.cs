using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary>The head and body of a dialog, at top level or inside another dialog (language reference, section 8).</summary>
internal sealed record DialogDeclaration(
    Identifier? Name,
    ImmutableArray<Argument> Options,
    Expression? Guard,
    Block Body) : SyntaxNode;
