namespace Bubblescript.Interpretation;

/// <summary>What a frame waits for.</summary>
internal abstract record WaitState;
