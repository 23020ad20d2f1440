namespace Bubblescript.Syntax.Tree;

/// <summary>What error recovery makes of a top-level item that could not be parsed. It never stands in a finished <see cref="Script"/>.</summary>
internal sealed record ErrorItem(Block Skipped) : ScriptItem;
