namespace Bubblescript.Interpretation;

/// <summary>Where a process stands in its life cycle (execution model, section 2).</summary>
internal enum ProcessStatus
{
    /// <summary>Nothing has run yet.</summary>
    New,

    /// <summary>Waiting, idle, or suspended in the middle of a turn (<see cref="ProcessState.PendingCall"/>).</summary>
    Live,

    /// <summary>Ended by <c>close</c>; the next user input starts afresh.</summary>
    Closed,
}
