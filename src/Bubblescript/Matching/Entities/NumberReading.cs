using System.Runtime.InteropServices;
using Bubblescript.Values;

namespace Bubblescript.Matching.Entities;

/// <summary>A number that was read from a text, and where it ends.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberReading(int Start, int End, decimal Number, bool IsSpelledOut)
{
    public Value ToValue() => ToValue(Number);

    /// <summary>A whole number as an integer, any other as a float.</summary>
    public static Value ToValue(decimal number) => decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue
        ? Value.From((long)number)
        : Value.From((double)number);
}
