namespace Bubblescript.Matching.Programs;

/// <summary>What happened on the way to a match.</summary>
internal enum LogKind : byte
{
    /// <summary>A capture began at <c>From</c>.</summary>
    Open,

    /// <summary>The capture of an instruction ended at <c>From</c>.</summary>
    Close,

    /// <summary>A regular expression left out the tokens from <c>From</c> to <c>To</c>.</summary>
    Skip,

    /// <summary>A free regular expression matched; <c>From</c> is the number of the match.</summary>
    Groups,

    /// <summary>A regular expression matched the token <c>From</c>.</summary>
    TokenGroups,

    /// <summary>In a trial: the state of row <c>Instruction</c>, context <c>From</c> and position <c>To</c> was reached.</summary>
    Visit,

    /// <summary>An instruction took the tokens from <c>From</c> to <c>To</c>; only noted when an explanation is wanted.</summary>
    Take,
}
