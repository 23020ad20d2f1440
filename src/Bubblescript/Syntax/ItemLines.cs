namespace Bubblescript.Syntax;

/// <summary>Recognises lines that begin something new, so that an unclosed bracket or string does not swallow the rest of a file.</summary>
internal static class ItemLines
{
    /// <summary>True if a top-level item begins at the index, which is the start of a line.</summary>
    public static bool StartsItem(string text, int index)
    {
        if (index >= text.Length)
        {
            return false;
        }

        if (text[index] == '@')
        {
            int end = CharacterClasses.FindNameEnd(text, index + 1);
            return end > index + 1 && FollowedByArgument(text, end);
        }

        int wordEnd = CharacterClasses.FindNameEnd(text, index);
        return wordEnd > index
            && wordEnd < text.Length
            && text[wordEnd] == ' '
            && Words.KindOf(text.AsSpan(index, wordEnd - index)) is TokenKind.Dialog or TokenKind.Task or TokenKind.Function or TokenKind.Declare or TokenKind.Test
            && FollowedByArgument(text, wordEnd);
    }

    /// <summary>True if what follows a line break inside brackets can only be a new statement.</summary>
    public static bool StartsStatementInBrackets(string text, int lineStart)
    {
        int index = SkipBlanks(text, lineStart);
        int end = CharacterClasses.FindNameEnd(text, index);
        bool opensBlock = end > index
            && CharacterClasses.IsNameStart(text[index])
            && !CharacterClasses.IsKeyColon(text, end)
            && text.AsSpan(index, CharacterClasses.FindLineEnd(text, index) - index).EndsWith(" do");
        return opensBlock || StartsStatement(text, lineStart, commandsMayFollow: false);
    }

    /// <summary>True if a line can only be a new statement, although the line before it seems to go on.</summary>
    /// <param name="text">The source text.</param>
    /// <param name="lineStart">Where the line begins.</param>
    /// <param name="commandsMayFollow">Whether a command may stand there, as after <c>=</c>.</param>
    public static bool StartsStatement(string text, int lineStart, bool commandsMayFollow)
    {
        int index = SkipBlanks(text, lineStart);
        if (index == lineStart && StartsItem(text, index))
        {
            return true;
        }

        if (index >= text.Length || !CharacterClasses.IsNameStart(text[index]))
        {
            return false;
        }

        int end = CharacterClasses.FindNameEnd(text, index);
        if (CharacterClasses.IsKeyColon(text, end))
        {
            return false;
        }

        return Words.KindOf(text.AsSpan(index, end - index)) switch
        {
            TokenKind.End or TokenKind.Else or TokenKind.If or TokenKind.Unless or TokenKind.Branch or TokenKind.Repeat or TokenKind.Once => true,
            TokenKind.Word => !commandsMayFollow && FollowedByArgument(text, end) && text.AsSpan(index, end - index) is not ("mail" or "template"),
            TokenKind.Name => FollowedByAssignment(text, end),
            _ => false,
        };
    }

    private static int SkipBlanks(string text, int index)
    {
        while (index < text.Length && text[index] != '\n' && CharacterClasses.IsBlank(text[index]))
        {
            index++;
        }

        return index;
    }

    private static bool FollowedByAssignment(string text, int index) =>
        index + 2 < text.Length && text[index] == ' ' && text[index + 1] == '=' && text[index + 2] == ' ';

    private static bool FollowedByArgument(string text, int index)
    {
        int start = index;
        while (index < text.Length && text[index] is ' ' or '\t')
        {
            index++;
        }

        if (index == start || index >= text.Length)
        {
            return false;
        }

        char c = text[index];
        if (!CharacterClasses.IsNamePart(c))
        {
            return c is '"' or '\'' or '@' or ':' or '[' or '%';
        }

        int end = CharacterClasses.FindNameEnd(text, index);
        return Words.KindOf(text.AsSpan(index, end - index)) is not (TokenKind.And or TokenKind.Or or TokenKind.In or TokenKind.Not);
    }
}
