namespace Bubblescript.Syntax;

/// <summary>Numbers: digits with <c>_</c> between them, a fraction, an exponent.</summary>
internal static class NumberScanner
{
    /// <summary>The kind and the end of the number at the index.</summary>
    public static (TokenKind Kind, int End) Scan(string text, int start)
    {
        int index = FindDigitsEnd(text, start);
        TokenKind kind = TokenKind.Integer;
        if (index + 1 < text.Length && text[index] == '.' && CharacterClasses.IsDigit(text[index + 1]))
        {
            kind = TokenKind.Float;
            index = FindExponentEnd(text, FindDigitsEnd(text, index + 1));
        }

        if (index < text.Length && CharacterClasses.IsNamePart(text[index]))
        {
            kind = TokenKind.InvalidNumber;
            while (index < text.Length && CharacterClasses.IsNamePart(text[index]))
            {
                index++;
            }
        }

        return (kind, index);
    }

    private static int FindExponentEnd(string text, int index)
    {
        if (index >= text.Length || text[index] is not ('e' or 'E'))
        {
            return index;
        }

        int digits = index + 1 < text.Length && text[index + 1] is '+' or '-' ? index + 2 : index + 1;
        return digits < text.Length && CharacterClasses.IsDigit(text[digits]) ? FindDigitsEnd(text, digits) : index;
    }

    private static int FindDigitsEnd(string text, int index)
    {
        while (index < text.Length && (CharacterClasses.IsDigit(text[index]) || IsDigitSeparator(text, index)))
        {
            index++;
        }

        return index;
    }

    private static bool IsDigitSeparator(string text, int index) =>
        text[index] == '_' && index > 0 && CharacterClasses.IsDigit(text[index - 1]) && index + 1 < text.Length && CharacterClasses.IsDigit(text[index + 1]);
}
