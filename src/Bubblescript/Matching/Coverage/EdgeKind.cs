namespace Bubblescript.Matching.Coverage;

/// <summary>What an edge of an automaton asks for.</summary>
internal enum EdgeKind
{
    /// <summary>Nothing.</summary>
    Free,

    /// <summary>A token that passes the test the label names.</summary>
    Token,

    /// <summary>Any token.</summary>
    AnyToken,

    /// <summary>The first token of the literal that the label names.</summary>
    LiteralStart,

    /// <summary>A further token of a literal.</summary>
    LiteralRest,

    /// <summary>The start of the sentence.</summary>
    Start,

    /// <summary>The end of the sentence.</summary>
    End,
}
