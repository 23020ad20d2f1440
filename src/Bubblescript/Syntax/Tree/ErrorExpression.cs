namespace Bubblescript.Syntax.Tree;

/// <summary>What error recovery leaves where an expression could not be parsed; its diagnostic has been reported.</summary>
internal sealed record ErrorExpression : Expression
{
    /// <summary>What was wrong.</summary>
    public SyntaxError? Error { get; init; }
}
