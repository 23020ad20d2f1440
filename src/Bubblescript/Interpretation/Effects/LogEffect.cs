namespace Bubblescript.Interpretation.Effects;

/// <summary>A debug log entry of the script, or a warning of the runtime.</summary>
internal sealed record LogEffect(string Text, bool IsWarning = false) : Effect;
