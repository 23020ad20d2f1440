namespace Bubblescript.Syntax;

/// <summary>Brackets, commas, colons, constants and operators.</summary>
internal sealed partial class TokenScanner
{
    private void ReadSymbol(char c)
    {
        switch (c)
        {
            case '(':
                Open(TokenKind.LeftParenthesis, 1);
                break;
            case '[':
                Open(_tokenEnd == End && Operators.EndsValue(Kind) ? TokenKind.IndexBracket : TokenKind.LeftBracket, 1);
                break;
            case '%' when Peek(1) == '{':
                Open(TokenKind.MapStart, 2);
                break;
            case '{':
                Open(TokenKind.Brace, 1);
                break;
            case ')':
                Close(TokenKind.RightParenthesis);
                break;
            case ']':
                Close(TokenKind.RightBracket);
                break;
            case '}':
                ReadRightBrace();
                break;
            case ',':
                ReadComma();
                break;
            case ';':
                Accept(TokenKind.Separator, End + 1);
                break;
            case '@':
                ReadConstant();
                break;
            case ':':
                ReadColon();
                break;
            default:
                ReadOperator(c);
                break;
        }
    }

    private void Open(TokenKind kind, int length)
    {
        _depth++;
        if (kind is TokenKind.MapStart or TokenKind.Brace && _frames.TryPeek(out StringFrame? frame))
        {
            frame.Braces++;
        }

        Accept(kind, End + length);
    }

    private void Close(TokenKind kind)
    {
        _depth = Math.Max(0, _depth - 1);
        Accept(kind, End + 1);
    }

    private void ReadRightBrace()
    {
        if (_frames.TryPeek(out StringFrame? frame))
        {
            if (frame.Braces == 0)
            {
                Accept(TokenKind.InterpolationEnd, End + 1);
                _depth = frame.Depth;
                _inText = true;
                return;
            }

            frame.Braces--;
        }

        Close(TokenKind.RightBrace);
    }

    private void ReadComma()
    {
        if (!InBrackets)
        {
            int index = CharacterClasses.SkipSpace(text, End + 1);
            int end = CharacterClasses.FindNameEnd(text, index);
            TokenKind kind = CharacterClasses.IsKeyColon(text, end) ? Words.KindOf(text.AsSpan(index, end - index)) : TokenKind.None;
            if (kind is TokenKind.Do or TokenKind.Else)
            {
                Accept(kind == TokenKind.Do ? TokenKind.ShortDo : TokenKind.ShortElse, end + 1);
                return;
            }
        }

        Accept(TokenKind.Comma, End + 1);
    }

    private void ReadConstant()
    {
        int end = CharacterClasses.FindNameEnd(text, End + 1);
        bool isName = end > End + 1 && !CharacterClasses.IsDigit(text[End + 1]);
        Accept(isName ? TokenKind.Constant : TokenKind.Invalid, isName ? end : End + 1);
    }

    private void ReadColon()
    {
        char next = Peek(1);
        if (next == ':')
        {
            Accept(TokenKind.DoubleColon, End + 2);
        }
        else if (CharacterClasses.IsQuote(next))
        {
            StringScan scan = _strings.Scan(End + 1);
            if (scan.Status == StringScanStatus.Complete)
            {
                Accept(TokenKind.Atom, scan.End);
            }
            else
            {
                AcceptUnterminated(TokenKind.UnterminatedString, scan.End);
            }
        }
        else if (CharacterClasses.IsNamePart(next) && !CharacterClasses.IsDigit(next))
        {
            Accept(TokenKind.Atom, CharacterClasses.FindNameEnd(text, End + 1));
        }
        else
        {
            Accept(TokenKind.Colon, End + 1);
        }
    }

    private void ReadOperator(char c)
    {
        (TokenKind kind, int length) = Operators.Read(c, Peek(1));
        if (kind != TokenKind.Invalid)
        {
            Accept(kind, End + length);
        }
        else if (c > '\x7F' && char.IsLetter(c))
        {
            Accept(TokenKind.InvalidName, InvalidText.FindNameEnd(text, End));
        }
        else
        {
            Accept(TokenKind.Invalid, InvalidText.FindEnd(text, End));
        }
    }
}
