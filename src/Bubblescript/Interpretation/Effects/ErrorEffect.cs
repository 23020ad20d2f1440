namespace Bubblescript.Interpretation.Effects;

/// <summary>A runtime error was raised.</summary>
internal sealed record ErrorEffect(string Message, string? File, int Line, int Column, string? Dialog) : Effect;
