using System.Runtime.InteropServices;

namespace Bubblescript.Matching.Entities;

/// <summary>A piece of a text in which times are looked for: letters, digits or one other character, in lower case.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimeWord(string Text, int Start, int End)
{
    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    public bool IsLetters => char.IsLetter(Text[0]);
}
