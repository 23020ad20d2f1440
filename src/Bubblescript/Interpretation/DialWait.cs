namespace Bubblescript.Interpretation;

/// <summary>A <c>dial</c> on a host with voice.</summary>
internal sealed record DialWait : WaitState;
