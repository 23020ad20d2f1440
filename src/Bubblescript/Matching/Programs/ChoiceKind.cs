namespace Bubblescript.Matching.Programs;

/// <summary>What is tried next when the machine comes back to a choice.</summary>
internal enum ChoiceKind : byte
{
    /// <summary>Go on at the target.</summary>
    Resume,

    /// <summary>Take as many tokens as is still allowed.</summary>
    Most,

    /// <summary>Take as few tokens as is still allowed.</summary>
    Fewest,

    /// <summary>Take the next match of a regular expression.</summary>
    Regex,

    /// <summary>Take another part of a permutation.</summary>
    Part,
}
