namespace Bubblescript.Interpretation.Inputs;

/// <summary>A timer of the process is due; ignored when the process no longer has it.</summary>
internal sealed record TimerInput(string TimerId) : ProcessInput;
