using System.Globalization;

namespace Bubblescript.Values;

/// <summary>The characters of a text as people count them: grapheme clusters (language reference, section 3.1).</summary>
internal static class Graphemes
{
    /// <summary>The number of characters.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        if (IsSimple(text))
        {
            return text.Length;
        }

        int count = 0;
        while (!text.IsEmpty)
        {
            text = text[StringInfo.GetNextTextElementLength(text)..];
            count++;
        }

        return count;
    }

    /// <summary>The characters as texts.</summary>
    public static string[] Split(string text)
    {
        string[] characters = new string[Count(text)];
        ReadOnlySpan<char> rest = text;
        for (int i = 0; i < characters.Length; i++)
        {
            int length = StringInfo.GetNextTextElementLength(rest);
            characters[i] = rest[..length].ToString();
            rest = rest[length..];
        }

        return characters;
    }

    /// <summary>The UTF-16 position at which a character begins; the end of the text when there are fewer characters.</summary>
    public static int PositionOf(ReadOnlySpan<char> text, int character)
    {
        if (IsSimple(text))
        {
            return Math.Min(character, text.Length);
        }

        int position = 0;
        while (character > 0 && position < text.Length)
        {
            position += StringInfo.GetNextTextElementLength(text[position..]);
            character--;
        }

        return position;
    }

    /// <summary>Whether every UTF-16 unit is a character of its own: ASCII without a carriage return, which joins a line feed.</summary>
    private static bool IsSimple(ReadOnlySpan<char> text) => System.Text.Ascii.IsValid(text) && !text.Contains('\r');
}
