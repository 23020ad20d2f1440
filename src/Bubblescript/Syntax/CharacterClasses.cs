namespace Bubblescript.Syntax;

/// <summary>Which characters tokens are made of.</summary>
internal static class CharacterClasses
{
    public static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or '_';

    public static bool IsCapital(char c) => c is >= 'A' and <= 'Z';

    public static bool IsNamePart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsQuote(char c) => c is '"' or '\'';

    /// <summary>White space within a line. A carriage return counts, so that both kinds of line breaks work; so does a byte order mark.</summary>
    public static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\uFEFF' || (c > '\x7F' && char.IsWhiteSpace(c)) || c is '\f' or '\v';

    public static bool IsWhiteSpace(char c) => c == '\n' || IsBlank(c);

    /// <summary>The end of the name that starts at an index: letters, digits, underscores and a final <c>?</c> or <c>!</c>.</summary>
    public static int FindNameEnd(string text, int index)
    {
        while (index < text.Length && IsNamePart(text[index]))
        {
            index++;
        }

        if (index < text.Length && text[index] is '?' or '!' && !(index + 1 < text.Length && text[index + 1] == '='))
        {
            index++;
        }

        return index;
    }

    /// <summary>True if a colon that ends a key stands at the index: white space or the end of the text follows it.</summary>
    public static bool IsKeyColon(string text, int index) =>
        index < text.Length && text[index] == ':' && (index + 1 == text.Length || IsWhiteSpace(text[index + 1]));

    /// <summary>The first index from the given one on that is neither white space nor part of a comment.</summary>
    public static int SkipSpace(string text, int index)
    {
        while (index < text.Length)
        {
            if (text[index] == '#')
            {
                int end = text.AsSpan(index).IndexOf('\n');
                index = end < 0 ? text.Length : index + end;
            }
            else if (IsWhiteSpace(text[index]))
            {
                index++;
            }
            else
            {
                break;
            }
        }

        return index;
    }

    public static int FindLineEnd(string text, int index)
    {
        int end = text.AsSpan(index).IndexOf('\n');
        end = end < 0 ? text.Length : index + end;
        return end > index && text[end - 1] == '\r' ? end - 1 : end;
    }
}
