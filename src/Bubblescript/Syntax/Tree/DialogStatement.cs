namespace Bubblescript.Syntax.Tree;

/// <summary>An inner dialog among the statements of a dialog: a declaration, never executed in sequence.</summary>
internal sealed record DialogStatement(DialogDeclaration Declaration) : Statement;
