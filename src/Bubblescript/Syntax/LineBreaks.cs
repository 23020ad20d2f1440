namespace Bubblescript.Syntax;

/// <summary>Which line breaks do not separate statements (language reference, section 1).</summary>
internal static class LineBreaks
{
    /// <summary>True if a statement goes on behind a token that ends its line.</summary>
    public static bool ContinuesAfter(TokenKind kind) =>
        kind is TokenKind.Key or TokenKind.StringKey or TokenKind.Comma or TokenKind.Assign or TokenKind.Arrow or TokenKind.FatArrow or TokenKind.DoubleColon or TokenKind.When
            or TokenKind.And or TokenKind.Or or TokenKind.In or TokenKind.ForeignOperator
            or (>= TokenKind.Plus and <= TokenKind.OrSymbol);

    /// <summary>True if what begins at the index goes on with the statement of the line before.</summary>
    public static bool ContinuesBefore(string text, int index)
    {
        char c = text[index];
        char next = index + 1 < text.Length ? text[index + 1] : '\0';
        switch (c)
        {
            case '|':
                return next is '>' or '|';
            case '&':
                return next == '&';
            case '=' or '!':
                return next == '=';
            case '<' or '>' or '*' or '/' or '.':
                return true;
            case 'a' or 'o' or 'i' or 'w':
                int end = CharacterClasses.FindNameEnd(text, index);
                return text.AsSpan(index, end - index) is "and" or "or" or "in" or "when" && !CharacterClasses.IsKeyColon(text, end);
            default:
                return false;
        }
    }
}
