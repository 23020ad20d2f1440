using System.Globalization;

namespace Bubblescript.Syntax;

/// <summary>Escapes in strings (language reference, section 1).</summary>
internal static class Escapes
{
    /// <summary>Reads the escape at the start of a text; gives its length, or -1 if it names no character.</summary>
    /// <param name="text">Begins with a backslash and has at least one character more.</param>
    /// <param name="value">What the escape stands for.</param>
    public static int Read(ReadOnlySpan<char> text, out string value)
    {
        value = text[1] switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            's' => " ",
            '0' => "\0",
            '\n' => string.Empty,
            '\r' when text.Length > 2 && text[2] == '\n' => string.Empty,
            var other => other.ToString(),
        };
        return text[1] switch
        {
            'u' => ReadCodePoint(text, out value),
            '\r' when value.Length == 0 => 3,
            _ when char.IsHighSurrogate(text[1]) && text.Length > 2 && char.IsLowSurrogate(text[2]) => ReadPair(text, out value),
            _ => 2,
        };
    }

    private static int ReadPair(ReadOnlySpan<char> text, out string value)
    {
        value = text[1..3].ToString();
        return 3;
    }

    private static int ReadCodePoint(ReadOnlySpan<char> text, out string value)
    {
        value = "u";
        if (text.Length > 3 && text[2] == '{')
        {
            int close = text.IndexOf('}');
            if (close is > 3 and <= 9 && TryReadHex(text[3..close], out int code) && code <= 0x10FFFF && code is < 0xD800 or > 0xDFFF)
            {
                value = char.ConvertFromUtf32(code);
                return close + 1;
            }

            return -1;
        }

        if (text.Length < 6 || !TryReadHex(text[2..6], out int unit) || unit is >= 0xDC00 and <= 0xDFFF)
        {
            return -1;
        }

        if (unit is < 0xD800 or > 0xDFFF)
        {
            value = ((char)unit).ToString();
            return 6;
        }

        bool isPair = text.Length >= 12 && text[6] == '\\' && text[7] == 'u' && TryReadHex(text[8..12], out int low) && low is >= 0xDC00 and <= 0xDFFF;
        if (!isPair)
        {
            return -1;
        }

        value = new string([(char)unit, (char)int.Parse(text[8..12], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)]);
        return 12;
    }

    private static bool TryReadHex(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value >= 0;
}
