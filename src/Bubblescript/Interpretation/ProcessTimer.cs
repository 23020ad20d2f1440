using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>A pending timer of a process.</summary>
/// <param name="Id">Unique in the process; <c>schedule_id</c> of scheduled events.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Due">When, in universal time.</param>
/// <param name="Event">The event of a schedule.</param>
internal readonly record struct ProcessTimer(string Id, TimerKind Kind, DateTimeOffset Due, ScheduledEvent? Event = null)
{
    private readonly long _dueTicks = Due.UtcTicks;

    public DateTimeOffset Due => new(_dueTicks, TimeSpan.Zero);
}
