using System.Runtime.InteropServices;

namespace Bubblescript.Matching.Entities;

/// <summary>A duration that was read from a text.</summary>
/// <param name="End">Where it ends.</param>
/// <param name="Amount">The number of units.</param>
/// <param name="Unit">The unit; of several the smallest.</param>
/// <param name="Worth">The seconds of one unit.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DurationReading(int End, decimal Amount, string Unit, decimal Worth)
{
    public decimal Seconds => Amount * Worth;
}
