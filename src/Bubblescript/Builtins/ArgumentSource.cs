namespace Bubblescript.Builtins;

/// <summary>Where the argument of a parameter comes from.</summary>
/// <param name="Index">The index of the evaluated argument in source order; -1 when the parameter has its default.</param>
/// <param name="Collected">The keyword arguments that form the map, or add to it: names and indexes.</param>
internal readonly record struct ArgumentSource(int Index, KeyValuePair<string, int>[]? Collected = null);
