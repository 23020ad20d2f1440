using System.Runtime.InteropServices;

namespace Bubblescript.Matching.Programs;

/// <summary>An open loop or permutation. Frames are shared: equal ones have the same number.</summary>
/// <param name="Parent">The number of the frame around it; 0 for none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number of the loop or permutation.</param>
/// <param name="Value">See <see cref="FrameKind"/>.</param>
/// <param name="Step">See <see cref="FrameKind"/>.</param>
/// <param name="IsIdle">Whether a round of a loop has taken nothing yet.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Frame(int Parent, FrameKind Kind, int Number, int Value, int Step, bool IsIdle);
