using System.Runtime.CompilerServices;

namespace Bubblescript.Evaluation;

/// <summary>Room on the stack for the parts of a text.</summary>
[InlineArray(Size)]
internal struct TextBuffer
{
    public const int Size = 12;

    private string _first;
}
