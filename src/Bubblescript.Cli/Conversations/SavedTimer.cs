namespace Bubblescript.Cli.Conversations;

/// <summary>A saved timer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind"><c>ask</c>, <c>session</c> or <c>schedule</c>.</param>
/// <param name="Due">When it fires.</param>
/// <param name="EventName">The event of a schedule, or null.</param>
internal sealed record SavedTimer(string Id, string Kind, DateTimeOffset Due, string? EventName);
