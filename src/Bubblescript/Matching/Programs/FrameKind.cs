namespace Bubblescript.Matching.Programs;

/// <summary>What an open loop or permutation is doing.</summary>
internal enum FrameKind : byte
{
    /// <summary>A round of a loop; the value is the number of complete rounds, or -1 minus the rounds still required when there is no upper limit.</summary>
    Loop,

    /// <summary>A permutation whose order is free; the value is the set of parts taken.</summary>
    FreeOrder,

    /// <summary>A permutation whose order is decided; the value is the number of the order, the step its current part.</summary>
    FixedOrder,

    /// <summary>One part of a permutation, whose ends are collected.</summary>
    Collect,
}
