namespace Bubblescript.Matching.Patterns;

/// <summary>What a block holds besides a name for its capture.</summary>
internal enum PatternBlockForm
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>A count such as <c>2-3</c>.</summary>
    Count,

    /// <summary>An entity kind.</summary>
    Kind,

    /// <summary><c>Start</c>.</summary>
    Start,

    /// <summary><c>End</c>.</summary>
    End,
}
