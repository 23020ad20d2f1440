namespace Bubblescript.Syntax;

/// <summary>Walks once over a source text and stops at every token. A mutable helper of <see cref="ScriptTokenizer"/>.</summary>
internal sealed partial class TokenScanner(string text, IReadOnlySet<string> functionNames, bool distrustsLines)
{
    private readonly StringScanner _strings = new(text, distrustsLines);
    private readonly WordClassifier _words = new(text, functionNames);
    private readonly Stack<StringFrame> _frames = [];
    private int _lineStart;
    private int _depth;
    private int _tokenEnd = -1;
    private bool _inText;

    public TokenKind Kind { get; private set; }

    public int Start { get; private set; }

    public int StartLine { get; private set; }

    public int StartColumn { get; private set; }

    public int End { get; private set; }

    public int Line { get; private set; } = 1;

    public int EndColumn => End - _lineStart + 1;

    private bool InBrackets => _depth > 0 || _frames.Count > 0;

    public bool MoveNext()
    {
        if (_inText)
        {
            return ReadStringPart();
        }

        while (End < text.Length)
        {
            char c = text[End];
            bool isLineBreak = c == '\n' || (c == '\r' && Peek(1) == '\n');
            if (!isLineBreak && CharacterClasses.IsBlank(c))
            {
                End++;
            }
            else if (c == '#')
            {
                End = CharacterClasses.FindLineEnd(text, End);
            }
            else if (isLineBreak)
            {
                if (ReadLineBreak())
                {
                    return true;
                }
            }
            else
            {
                ReadToken(c);
                return true;
            }
        }

        return false;
    }

    private char Peek(int offset) => End + offset < text.Length ? text[End + offset] : '\0';

    private void Begin()
    {
        Start = End;
        StartLine = Line;
        StartColumn = EndColumn;
    }

    private void Accept(TokenKind kind, int end)
    {
        Begin();
        AdvanceTo(end);
        _tokenEnd = end;
        Kind = kind;
    }

    private void AdvanceTo(int end)
    {
        ReadOnlySpan<char> passed = text.AsSpan(End, end - End);
        int last = passed.LastIndexOf('\n');
        if (last >= 0)
        {
            Line += passed.Count('\n');
            _lineStart = End + last + 1;
        }

        End = end;
    }

    private bool ReadLineBreak()
    {
        int end = text.AsSpan(End).IndexOf('\n') + End + 1;
        bool separates = false;
        if (_frames.Count == 0)
        {
            if (_depth > 0 && ItemLines.StartsStatementInBrackets(text, end))
            {
                _depth = 0;
                separates = true;
            }
            else if (_depth == 0 && LineBreaks.ContinuesAfter(Kind))
            {
                separates = Kind != TokenKind.Arrow && ItemLines.StartsStatement(text, end, commandsMayFollow: Kind == TokenKind.Assign);
            }
            else if (_depth == 0 && Kind is not (TokenKind.None or TokenKind.Separator))
            {
                int next = CharacterClasses.SkipSpace(text, End);
                separates = next < text.Length && !LineBreaks.ContinuesBefore(text, next);
            }
        }

        if (separates)
        {
            Accept(TokenKind.Separator, end);
            return true;
        }

        AdvanceTo(end);
        return false;
    }

    private void ReadToken(char c)
    {
        if (CharacterClasses.IsNamePart(c) && !CharacterClasses.IsDigit(c))
        {
            ReadWord();
        }
        else if (CharacterClasses.IsDigit(c))
        {
            ReadNumber();
        }
        else if (CharacterClasses.IsQuote(c))
        {
            ReadString(End);
        }
        else
        {
            ReadSymbol(c);
        }
    }

    private void ReadWord()
    {
        if (text[End] == '_' && CharacterClasses.IsQuote(Peek(1)))
        {
            ReadString(End + 1);
            return;
        }

        int end = CharacterClasses.FindNameEnd(text, End);
        bool isField = Kind == TokenKind.Dot;
        if (end < text.Length && text[end] > '\x7F' && char.IsLetter(text[end]))
        {
            Accept(TokenKind.InvalidName, InvalidText.FindNameEnd(text, end));
        }
        else if (!isField && CharacterClasses.IsKeyColon(text, end))
        {
            Accept(TokenKind.Key, end + 1);
        }
        else if (CharacterClasses.IsCapital(text[End]))
        {
            Accept(TokenKind.ModuleName, end);
        }
        else
        {
            Accept(isField ? TokenKind.Name : _words.Classify(End, end, Kind, InBrackets), end);
        }
    }

    private void ReadNumber()
    {
        (TokenKind kind, int end) = NumberScanner.Scan(text, End);
        Accept(kind, end);
    }

    private void ReadString(int quote)
    {
        StringScan scan = _strings.Scan(quote);
        switch (scan.Status)
        {
            case StringScanStatus.Complete when scan.HasInterpolation:
                Accept(scan.IsHeredoc ? TokenKind.HeredocStart : TokenKind.StringStart, scan.ContentStart);
                _frames.Push(new StringFrame(scan.ContentEnd, scan.End));
                _inText = true;
                break;
            case StringScanStatus.Complete:
                bool isKey = !scan.IsHeredoc && quote == End && CharacterClasses.IsKeyColon(text, scan.End) && Kind != TokenKind.Dot;
                Accept(isKey ? TokenKind.StringKey : scan.IsHeredoc ? TokenKind.Heredoc : TokenKind.String, isKey ? scan.End + 1 : scan.End);
                break;
            case StringScanStatus.UnterminatedInterpolation:
                AcceptUnterminated(TokenKind.UnterminatedInterpolation, scan.End);
                break;
            case StringScanStatus.TooDeep:
                AcceptUnterminated(TokenKind.TooDeepString, scan.End);
                break;
            default:
                AcceptUnterminated(scan.IsHeredoc ? TokenKind.UnterminatedHeredoc : TokenKind.UnterminatedString, scan.End);
                break;
        }
    }

    /// <summary>What an unterminated string swallowed counts for the brackets, so that the lines after it are read as usual.</summary>
    private void AcceptUnterminated(TokenKind kind, int end)
    {
        foreach (char c in kind == TokenKind.UnterminatedHeredoc ? [] : text.AsSpan(End, end - End))
        {
            _depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
        }

        _depth = kind == TokenKind.UnterminatedHeredoc ? 0 : Math.Max(0, _depth);
        Accept(kind, end);
    }

    private bool ReadStringPart()
    {
        StringFrame frame = _frames.Peek();
        if (End == frame.ContentEnd)
        {
            Accept(TokenKind.StringEnd, frame.End);
            _frames.Pop();
            _inText = false;
            return true;
        }

        int index = FindInterpolation(frame.ContentEnd);
        if (index > End)
        {
            Accept(TokenKind.StringText, index);
            return true;
        }

        Accept(TokenKind.InterpolationStart, End + 2);
        frame.Braces = 0;
        frame.Depth = _depth;
        _inText = false;
        return true;
    }

    private int FindInterpolation(int end)
    {
        int index = End;
        while (index < end)
        {
            int stop = text.AsSpan(index, end - index).IndexOfAny('\\', '#');
            if (stop < 0)
            {
                return end;
            }

            index += stop;
            if (text[index] == '#' && text[index + 1] == '{')
            {
                return index;
            }

            index += text[index] == '\\' ? 2 : 1;
        }

        return end;
    }
}
