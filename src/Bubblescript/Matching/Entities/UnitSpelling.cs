using System.Runtime.InteropServices;

namespace Bubblescript.Matching.Entities;

/// <summary>The unit that a spelling stands for, and what one of it is worth in that unit.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnitSpelling(string Unit, decimal Worth);
