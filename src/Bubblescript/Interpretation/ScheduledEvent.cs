using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>An event that <c>emit … in:</c> or <c>at:</c> sends later; a null receiver is the process itself.</summary>
internal sealed record ScheduledEvent(string? To, string Name, Value Payload);
