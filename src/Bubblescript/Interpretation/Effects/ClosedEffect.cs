namespace Bubblescript.Interpretation.Effects;

/// <summary>The conversation was closed.</summary>
internal sealed record ClosedEffect : Effect;
