namespace Bubblescript.Syntax.Tree;

/// <summary>A top-level dialog.</summary>
internal sealed record DialogItem(DialogDeclaration Declaration) : ScriptItem;
