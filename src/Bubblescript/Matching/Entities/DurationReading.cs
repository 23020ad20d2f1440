using System.Runtime.InteropServices;

namespace Bubblescript.Matching.Entities;

/// <summary>A duration that was read from a text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DurationReading(int End, decimal Amount, string Unit, decimal Seconds);
