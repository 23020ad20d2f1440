using System.Runtime.InteropServices;

namespace Bubblescript.Matching.Coverage;

/// <summary>An edge of an automaton; the label names the test of a token.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Edge(EdgeKind Kind, string? Label, int Target);
