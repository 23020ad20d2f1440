using System.Text;

namespace Bubblescript.Values;

/// <summary>
/// The base form of a text (language reference, section 3.5): lower case without accents, white space runs as one blank, no punctuation or white
/// space at the ends - unless nothing would remain.
/// </summary>
internal static class BaseForm
{
    public static string Of(string text)
    {
        ReadOnlySpan<char> whole = text.AsSpan().Trim();
        ReadOnlySpan<char> inner = TrimPunctuation(whole);
        return Fold(inner.IsEmpty ? whole : inner);
    }

    private static ReadOnlySpan<char> TrimPunctuation(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsEdge(text, first: true, out int length))
        {
            text = text[length..];
        }

        while (!text.IsEmpty && IsEdge(text, first: false, out int length))
        {
            text = text[..^length];
        }

        return text;
    }

    private static bool IsEdge(ReadOnlySpan<char> text, bool first, out int length)
    {
        Rune rune;
        if (first)
        {
            Rune.DecodeFromUtf16(text, out rune, out length);
        }
        else
        {
            Rune.DecodeLastFromUtf16(text, out rune, out length);
        }

        return Rune.IsPunctuation(rune) || Rune.IsWhiteSpace(rune);
    }

    private static string Fold(ReadOnlySpan<char> text)
    {
        if (IsFolded(text))
        {
            return text.ToString();
        }

        string lower = text.ToString().ToLowerInvariant();
        StringBuilder builder = new(lower.Length);
        bool blank = false;
        foreach (char character in lower)
        {
            if (char.IsWhiteSpace(character))
            {
                blank = true;
                continue;
            }

            if (blank)
            {
                builder.Append(' ');
                blank = false;
            }

            builder.Append(TextFolding.DropAccent(character));
        }

        return builder.ToString();
    }

    private static bool IsFolded(ReadOnlySpan<char> text)
    {
        bool blank = false;
        foreach (char character in text)
        {
            if (character > '~' || char.IsAsciiLetterUpper(character) || character < ' ' || (blank && character == ' '))
            {
                return false;
            }

            blank = character == ' ';
        }

        return true;
    }
}
