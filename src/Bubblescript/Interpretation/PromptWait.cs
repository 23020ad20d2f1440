namespace Bubblescript.Interpretation;

/// <summary>A <c>prompt</c>.</summary>
internal sealed record PromptWait : WaitState;
