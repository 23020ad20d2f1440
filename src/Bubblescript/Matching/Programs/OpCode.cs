namespace Bubblescript.Matching.Programs;

/// <summary>What an instruction does.</summary>
internal enum OpCode : byte
{
    /// <summary>Takes one token that passes the test in <c>Data</c>.</summary>
    Token,

    /// <summary>Takes <c>First</c> to <c>Second</c> tokens that pass the test in <c>Data</c>; <c>IsLazy</c> prefers few.</summary>
    Run,

    /// <summary>Takes the tokens that spell the text in <c>Data</c>.</summary>
    Literal,

    /// <summary>Takes the tokens that a match of the regular expression in <c>Data</c> overlaps; <c>First</c> is its number.</summary>
    Regex,

    /// <summary>Goes on at the start of the sentence only.</summary>
    Start,

    /// <summary>Goes on at the end of the sentence only.</summary>
    End,

    /// <summary>Goes on at <c>First</c>, then at <c>Second</c>.</summary>
    Split,

    /// <summary>Goes on at <c>First</c>.</summary>
    Jump,

    /// <summary>Notes that a capture begins.</summary>
    Open,

    /// <summary>Notes that the capture named in <c>Data</c> ends.</summary>
    Close,

    /// <summary>Takes one token that passes the test of the regular expression in <c>Data</c> and keeps its groups.</summary>
    TokenRegex,

    /// <summary>Begins the loop <c>First</c>.</summary>
    LoopEnter,

    /// <summary>Ends a round of the loop <c>First</c>.</summary>
    LoopEnd,

    /// <summary>Begins the permutation <c>First</c>.</summary>
    Permute,

    /// <summary>Ends the part <c>Second</c> of the permutation <c>First</c>.</summary>
    PartEnd,

    /// <summary>The pattern matched.</summary>
    Accept,

    /// <summary>Nothing can match here.</summary>
    Fail,
}
