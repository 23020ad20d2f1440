using System.Runtime.CompilerServices;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Room on the stack for the arguments of a call.</summary>
[InlineArray(Size)]
internal struct ArgumentBuffer
{
    public const int Size = 12;

    private Value _first;
}
