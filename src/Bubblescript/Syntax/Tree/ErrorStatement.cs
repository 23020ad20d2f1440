namespace Bubblescript.Syntax.Tree;

/// <summary>What error recovery leaves where a statement could not be parsed; its diagnostic has been reported.</summary>
internal sealed record ErrorStatement : Statement
{
    /// <summary>What was wrong.</summary>
    public SyntaxError? Error { get; init; }

    /// <summary>Blocks among what was skipped; they were parsed for their own errors only.</summary>
    public Block? Skipped { get; init; }
}
