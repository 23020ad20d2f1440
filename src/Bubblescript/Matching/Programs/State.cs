using System.Runtime.InteropServices;

namespace Bubblescript.Matching.Programs;

/// <summary>Where a path is: the next instruction, the next token and the open loops and permutations.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct State(int instruction, int position, int context)
{
    public int Instruction = instruction;

    public int Position = position;

    public int Context = context;
}
