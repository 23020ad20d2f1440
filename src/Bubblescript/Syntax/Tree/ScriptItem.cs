namespace Bubblescript.Syntax.Tree;

/// <summary>A top-level item of a script.</summary>
internal abstract record ScriptItem : SyntaxNode;
