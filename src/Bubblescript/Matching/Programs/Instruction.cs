using System.Runtime.InteropServices;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>A step of a program; see <see cref="OpCode"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Instruction
{
    public OpCode Operation;

    public bool IsLazy;

    public int First;

    public int Second;

    /// <summary>The row of the memo in which positions of this instruction are noted, or -1 when it cannot be reached on several paths.</summary>
    public int Row;

    public object? Data;

    /// <summary>The part of the pattern that the instruction was made for.</summary>
    public PatternNode? Node;
}
