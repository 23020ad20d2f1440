using System.Runtime.InteropServices;

namespace Bubblescript.Matching.Coverage;

/// <summary>Where an automaton is while it reads a sentence.</summary>
/// <param name="State">The state.</param>
/// <param name="AtEnd">Whether the sentence must end here.</param>
/// <param name="BehindLiteral">Whether a literal was just left, so that no further token of it can follow.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int State, bool AtEnd, bool BehindLiteral);
