using System.Runtime.InteropServices;

namespace Bubblescript.Matching;

/// <summary>
/// Where a token stands: in UTF-16 units of the text of its sentence (<paramref name="Offset"/>, <paramref name="RawLength"/> with and
/// <paramref name="Length"/> without the white space after it), and in code points (<paramref name="Start"/>, <paramref name="End"/>).
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TokenPlace(string Source, int Offset, int RawLength, int Length, int Start, int End)
{
    public string RawText => Source.Substring(Offset, RawLength);

    public static TokenPlace Covering(in TokenPlace first, in TokenPlace last) => new(
        first.Source,
        first.Offset,
        last.Offset + last.RawLength - first.Offset,
        last.Offset + last.Length - first.Offset,
        first.Start,
        last.End);

    /// <summary>The first <paramref name="length"/> characters, without the white space after the token.</summary>
    public TokenPlace Head(int length) => this with { RawLength = length, Length = length, End = Start + length };

    /// <summary>What follows the first <paramref name="length"/> characters.</summary>
    public TokenPlace Tail(int length) =>
        this with { Offset = Offset + length, RawLength = RawLength - length, Length = Length - length, Start = Start + length };
}
