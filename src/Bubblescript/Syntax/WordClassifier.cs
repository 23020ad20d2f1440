namespace Bubblescript.Syntax;

/// <summary>Says what a word is where it stands: a call without parentheses, a variable, a statement word, a word of another language.</summary>
internal sealed class WordClassifier(string text, IReadOnlySet<string> functionNames)
{
    private int _examinedLineEnd;
    private int _lastDo = -1;
    private bool _inBrackets;

    /// <summary>The kind of the word between two indexes.</summary>
    /// <param name="start">Where the word begins.</param>
    /// <param name="end">The index behind the word.</param>
    /// <param name="previous">The token before the word.</param>
    /// <param name="inBrackets">Whether brackets or an interpolation are open.</param>
    public TokenKind Classify(int start, int end, TokenKind previous, bool inBrackets)
    {
        _inBrackets = inBrackets;
        ReadOnlySpan<char> word = text.AsSpan(start, end - start);
        TokenKind kind = Words.KindOf(word);
        return kind switch
        {
            TokenKind.Word => ClassifyStatementWord(word, end),
            TokenKind.Name when word is "random" => ClassifyRandom(end, previous),
            TokenKind.Name => ClassifyName(word, end),
            _ => kind,
        };
    }

    private TokenKind ClassifyStatementWord(ReadOnlySpan<char> word, int end)
    {
        string name = word.ToString();
        if (Words.TestWords.Contains(name) && functionNames.Contains(name))
        {
            return ClassifyName(word, end);
        }

        return StartsArgument(end, Words.AlsoFunctions.Contains(name), isStatementWord: true) ? TokenKind.WordCall : TokenKind.Word;
    }

    /// <summary><c>random do</c> is a statement where one can begin; everything else is the function.</summary>
    private TokenKind ClassifyRandom(int end, TokenKind previous)
    {
        int next = SkipBlanks(end);
        bool isStart = previous is TokenKind.None or TokenKind.Separator or TokenKind.Do or TokenKind.Else or TokenKind.After or TokenKind.Arrow
            or TokenKind.ShortDo or TokenKind.ShortElse;
        if (isStart && (IsWordAt(next, "do") || text.AsSpan(next).StartsWith(", do:")))
        {
            return TokenKind.Random;
        }

        return StartsArgument(end, isFunction: true) ? TokenKind.CallName : TokenKind.Name;
    }

    private TokenKind ClassifyName(ReadOnlySpan<char> word, int end)
    {
        if (IsForeign(word, end))
        {
            return TokenKind.ForeignWord;
        }

        if (end >= text.Length || !CharacterClasses.IsBlank(text[end]))
        {
            return TokenKind.Name;
        }

        bool isAmbiguous = text[SkipBlanks(end, text.Length - 1)] is '[' or '-';
        return StartsArgument(end, isAmbiguous && functionNames.Contains(word.ToString())) ? TokenKind.CallName : TokenKind.Name;
    }

    private bool IsForeign(ReadOnlySpan<char> word, int end)
    {
        int next = SkipBlanks(end);
        switch (word)
        {
            case "fn":
                return !functionNames.Contains("fn") && (StartsArgument(end, isFunction: true) || IsSymbolAt(next, '(') || IsSymbolAt(next, '-', '>'));
            case "case" or "for" or "while" or "foreach" or "with" or "switch":
                return !functionNames.Contains(word.ToString()) && IsFollowedByDo(end) && (StartsArgument(end, isFunction: false) || IsSymbolAt(next, '('));
            case "cond":
                return IsWordAt(next, "do");
            default:
                return false;
        }
    }

    private bool IsFollowedByDo(int index)
    {
        if (index >= _examinedLineEnd)
        {
            _examinedLineEnd = CharacterClasses.FindLineEnd(text, index);
            ReadOnlySpan<char> rest = text.AsSpan(index, _examinedLineEnd - index);
            int block = rest.EndsWith(" do") ? rest.Length : Math.Max(rest.LastIndexOf(" do "), rest.LastIndexOf(", do:"));
            _lastDo = index + block;
        }

        return _lastDo >= index;
    }

    private bool IsSymbolAt(int index, char first, char second = '\0') =>
        index < text.Length && text[index] == first && (second == '\0' || (index + 1 < text.Length && text[index + 1] == second));

    private bool IsWordAt(int index, string word)
    {
        int end = CharacterClasses.FindNameEnd(text, index);
        return text.AsSpan(index, end - index).SequenceEqual(word) && !CharacterClasses.IsKeyColon(text, end);
    }

    private int SkipBlanks(int index, int limit = int.MaxValue)
    {
        while (index < text.Length && index < limit && text[index] != '\n' && CharacterClasses.IsBlank(text[index]))
        {
            index++;
        }

        return index;
    }

    /// <summary>True if a blank and the start of an argument follow on the same line (language reference, section 2).</summary>
    private bool StartsArgument(int end, bool isFunction, bool isStatementWord = false)
    {
        int index = SkipBlanks(end);
        if (index == end || index >= text.Length)
        {
            return false;
        }

        char c = text[index];
        char next = index + 1 < text.Length ? text[index + 1] : '\0';
        return c switch
        {
            '"' or '\'' => true,
            '@' => CharacterClasses.IsNameStart(next),
            ':' => CharacterClasses.IsNamePart(next) || CharacterClasses.IsQuote(next),
            '[' => isFunction || isStatementWord,
            '%' => next == '{',
            '-' => isFunction && next is not ('>' or '-' or '=') && !CharacterClasses.IsWhiteSpace(next),
            '!' => next != '=' && !CharacterClasses.IsWhiteSpace(next),
            _ when CharacterClasses.IsDigit(c) => true,
            _ => CharacterClasses.IsNamePart(c) && IsArgumentWord(index),
        };
    }

    private bool IsArgumentWord(int index)
    {
        int end = CharacterClasses.FindNameEnd(text, index);
        TokenKind kind = Words.KindOf(text.AsSpan(index, end - index));
        if (CharacterClasses.IsKeyColon(text, end))
        {
            return _inBrackets || kind is not (TokenKind.Do or TokenKind.Else);
        }

        return kind is TokenKind.True or TokenKind.False or TokenKind.Nil || !Words.IsHardReserved(kind);
    }
}
