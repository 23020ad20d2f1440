namespace Bubblescript.Coordination;

/// <summary>
/// How a worker shares its time between what arrives from outside and what its own turns have made ready. One input from outside may make hundreds ready;
/// taking in the next ones before any of these are done would let them pile up.
/// </summary>
internal struct ArrivalShare
{
    /// <summary>How long the worker's own work goes first, in times of what arrived last.</summary>
    private const int OwnPerArrival = 3;

    /// <summary>What arrives waits no longer than this, however long the one before it took.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(1);

    private long _due;

    /// <summary>Whether the next arrival goes before what the worker's own turns have made ready.</summary>
    /// <param name="now">A timestamp of the clock that <see cref="Note"/> got its times from.</param>
    public readonly bool IsDue(long now) => now >= _due;

    /// <summary>Takes note of an arrival that was worked on.</summary>
    public void Note(long started, long ended, long ticksPerSecond) =>
        _due = ended + Math.Min((ended - started) * OwnPerArrival, (long)(LongestWait.TotalSeconds * ticksPerSecond));
}
