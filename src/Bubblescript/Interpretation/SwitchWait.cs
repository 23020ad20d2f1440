namespace Bubblescript.Interpretation;

/// <summary>A <c>switch_bot</c>: the frame goes on when the context comes back (execution model, section 7).</summary>
internal sealed record SwitchWait : WaitState;
