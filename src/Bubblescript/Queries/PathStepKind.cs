namespace Bubblescript.Queries;

/// <summary>What a step of a path is, which follows from its value.</summary>
internal enum PathStepKind
{
    /// <summary>A text or an atom.</summary>
    Key,

    /// <summary>An integer, or a float without fraction.</summary>
    Position,

    /// <summary>A map.</summary>
    Query,

    /// <summary>Something that is no step: reads nil.</summary>
    None,
}
