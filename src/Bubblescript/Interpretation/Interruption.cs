namespace Bubblescript.Interpretation;

/// <summary>What happened to a waiting frame since it began to wait.</summary>
internal enum Interruption : byte
{
    None,

    /// <summary>Something was pushed above it: <c>__returning__</c> runs before its question is sent again.</summary>
    Interrupted,

    /// <summary><c>__returning__</c> has run or is not to run: the question is sent again.</summary>
    Returned,
}
