namespace Bubblescript.Interpretation;

/// <summary>An <c>await event("name")</c>.</summary>
internal sealed record AwaitWait(string EventName) : WaitState;
