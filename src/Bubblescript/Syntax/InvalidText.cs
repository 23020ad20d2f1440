namespace Bubblescript.Syntax;

/// <summary>How far text reaches that is no token, so that one mistake is reported once.</summary>
internal static class InvalidText
{
    /// <summary>The end of a word with letters that names do not have.</summary>
    public static int FindNameEnd(string text, int end)
    {
        while (end < text.Length && (CharacterClasses.IsNamePart(text[end]) || (text[end] > '\x7F' && char.IsLetterOrDigit(text[end]))))
        {
            end++;
        }

        return end;
    }

    /// <summary>The end of a run of characters without meaning.</summary>
    public static int FindEnd(string text, int start)
    {
        char first = text[start];
        int index = start + 1;
        if (char.IsHighSurrogate(first) && index < text.Length && char.IsLowSurrogate(text[index]))
        {
            return index + 1;
        }

        bool isBinary = IsBinary(first);
        while (index < text.Length && (text[index] == first || (isBinary && IsBinary(text[index]))))
        {
            index++;
        }

        return index;
    }

    /// <summary>Characters of files that are no text; a run of them is one mistake.</summary>
    private static bool IsBinary(char c) => (char.IsControl(c) && !CharacterClasses.IsWhiteSpace(c)) || char.IsSurrogate(c) || c == '\uFFFD';
}
