using System.Runtime.InteropServices;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>A part of a pattern that took the tokens from one position up to another.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MatchStep(PatternNode Node, int From, int To);
