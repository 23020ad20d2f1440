namespace Bubblescript.Syntax.Tree;

/// <summary>What error recovery leaves where a statement could not be parsed; its diagnostic has been reported.</summary>
internal sealed record ErrorStatement : Statement;
