namespace Bubblescript.Coordination;

/// <summary>A pending timer.</summary>
/// <param name="Id">Its id; <c>schedule_id</c> of scheduled events.</param>
/// <param name="Kind"><c>ask</c>, <c>session</c> or <c>schedule</c>.</param>
/// <param name="Due">When it fires.</param>
/// <param name="EventName">The event of a schedule, or null.</param>
public sealed record TimerSnapshot(string Id, string Kind, DateTimeOffset Due, string? EventName);
