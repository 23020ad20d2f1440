namespace Bubblescript.Interpretation.Effects;

/// <summary>Something that leaves a turn when it is committed; in the order in which the script did it.</summary>
internal abstract record Effect;
