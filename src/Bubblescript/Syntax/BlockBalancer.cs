using System.Collections.Immutable;
using System.Globalization;
using Bubblescript.Diagnostics;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>
/// Finds the blocks of a file that have no <c>do</c> or <c>end</c> and the <c>end</c>s that close nothing, with the help of the indentation, and inserts or
/// removes them, so that one mistake is reported once. Files whose blocks balance are left alone, however they are indented.
/// </summary>
internal sealed class BlockBalancer
{
    private readonly ImmutableArray<Token<TokenKind>>.Builder _tokens;
    private readonly List<SyntaxError> _errors;
    private readonly List<Token<TokenKind>> _output;
    private readonly Stack<(Token<TokenKind> Opener, int Column)> _open = [];
    private readonly bool _elseIfOpens;
    private readonly bool _isSilent;
    private int _missing;
    private int _extra;
    private Token<TokenKind> _opener;
    private int _openerColumn;
    private int _lineColumn;
    private int _line;
    private bool _isElseIf;
    private Token<TokenKind> _headOpener;

    private BlockBalancer(ImmutableArray<Token<TokenKind>>.Builder tokens, List<SyntaxError> errors, int surplus, bool elseIfOpens)
    {
        _tokens = tokens;
        _errors = errors;
        _output = new List<Token<TokenKind>>(tokens.Count + 4);
        _missing = Math.Max(0, surplus);
        _extra = Math.Max(0, -surplus);
        _elseIfOpens = elseIfOpens;
        _isSilent = errors.Exists(error => error.Descriptor == Descriptors.UnterminatedString && error.Span.Length == 3);
    }

    public static void Balance(ImmutableArray<Token<TokenKind>>.Builder tokens, List<SyntaxError> errors)
    {
        int openers = 0;
        int ends = 0;
        int elseIfs = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            ref readonly Token<TokenKind> token = ref tokens.ItemRef(i);
            openers += Opens(token) ? 1 : 0;
            ends += token.Kind == TokenKind.End ? 1 : 0;
            elseIfs += token.Kind == TokenKind.ElseIf ? 1 : 0;
        }

        bool elseIfOpens = elseIfs > 0 && openers == ends;
        int surplus = openers - ends - (elseIfOpens ? 0 : elseIfs);
        foreach (Token<TokenKind> token in elseIfs == 0 ? [] : tokens.Where(static token => token.Kind == TokenKind.ElseIf))
        {
            errors.Add(new SyntaxError(Descriptors.ElseIf, token.ToSpan(), $"there is no '{token.Span}'", "use 'branch do' with a case for each condition"));
        }

        if (surplus != 0 || elseIfOpens)
        {
            new BlockBalancer(tokens, errors, surplus, elseIfOpens).Run();
        }
    }

    private static bool Opens(Token<TokenKind> token) =>
        token.Kind == TokenKind.Do || (token.Kind == TokenKind.ForeignWord && token.Span.AsReadOnlySpan() is "fn");

    private void Run()
    {
        for (int i = 0; i < _tokens.Count; i++)
        {
            TokenKind previous = i == 0 ? TokenKind.Separator : _tokens[i - 1].Kind;
            Visit(_tokens[i], previous, i + 1 < _tokens.Count ? _tokens[i + 1].Kind : TokenKind.None);
        }

        _tokens.Clear();
        _tokens.AddRange(_output);
    }

    private void Visit(Token<TokenKind> token, TokenKind previous, TokenKind next)
    {
        NoteLine(token);
        switch (token.Kind)
        {
            case TokenKind.End:
                VisitEnd(token, previous == TokenKind.Separator);
                return;
            case TokenKind.ElseIf when _elseIfOpens:
                _output.Add(new Token<TokenKind>(TokenKind.Else, token.Span));
                _output.Add(new Token<TokenKind>(TokenKind.If, token.Span));
                return;
            case TokenKind.ElseIf:
                _isElseIf = true;
                break;
            case TokenKind.Do when _isElseIf:
                _headOpener = default;
                _isElseIf = false;
                break;
            case TokenKind.Separator when _extra > 0 && _headOpener.HasValue:
                OpenWithoutDo(token);
                break;
            case TokenKind.Do:
                _headOpener = default;
                _open.Push((_opener.HasValue ? _opener : token, _openerColumn));
                break;
            case TokenKind.EndOfFile:
                CloseAll(token);
                break;
            default:
                VisitOther(token, previous, next);
                break;
        }

        _output.Add(token);
    }

    /// <summary>The column of the first token of a line is the indentation of everything in it.</summary>
    private void NoteLine(Token<TokenKind> token)
    {
        if (token.Position.Line != _line)
        {
            _line = token.Position.Line;
            _lineColumn = token.Position.Column;
        }
    }

    private void VisitOther(Token<TokenKind> token, TokenKind previous, TokenKind next)
    {
        if (Opens(token))
        {
            _open.Push((token, _lineColumn));
        }

        bool startsItem = previous == TokenKind.Separator && token.Position.Column == 1 && StartsItem(token.Kind, next);
        if (startsItem)
        {
            CloseAll(token);
        }

        if (token.Kind is TokenKind.ShortDo or TokenKind.Assign)
        {
            _headOpener = default;
        }
        else if (previous is TokenKind.Separator or TokenKind.Do or TokenKind.Else or TokenKind.After or TokenKind.Arrow)
        {
            _headOpener = NeedsBlock(token.Kind, next) ? token : default;
        }

        if (token.Kind is TokenKind.Buttons or TokenKind.ForeignWord or (>= TokenKind.If and < TokenKind.Buttons and not TokenKind.Declare))
        {
            _opener = token;
            _openerColumn = _lineColumn;
        }
    }

    /// <summary>The statement that ends here should have opened a block: as there is an <c>end</c> too many, it is taken for its own.</summary>
    private void OpenWithoutDo(Token<TokenKind> separator)
    {
        Token<TokenKind> opener = _headOpener;
        _headOpener = default;
        _extra--;
        _open.Push((opener, _openerColumn));
        _output.Add(new Token<TokenKind>(TokenKind.Do, new TextSpan(separator.Span.Source!, separator.Position, 0)));
        _errors.Add(new SyntaxError(Descriptors.UnexpectedToken, separator.ToSpan(), $"the '{opener.Span}' of this line has no 'do'"));
    }

    private static bool NeedsBlock(TokenKind kind, TokenKind next) => kind switch
    {
        TokenKind.If or TokenKind.Unless or TokenKind.Branch or TokenKind.Repeat or TokenKind.Once or TokenKind.Task or TokenKind.Function or TokenKind.Test => true,
        TokenKind.Dialog or TokenKind.Buttons => next is not (TokenKind.Dot or TokenKind.IndexBracket or TokenKind.Assign),
        _ => false,
    };

    private static bool StartsItem(TokenKind kind, TokenKind next) => kind switch
    {
        TokenKind.Task or TokenKind.Function or TokenKind.Declare or TokenKind.Test => next != TokenKind.Assign,
        TokenKind.Dialog => next is not (TokenKind.Dot or TokenKind.IndexBracket or TokenKind.Assign),
        TokenKind.Constant => next is TokenKind.String or TokenKind.StringStart or TokenKind.LeftBracket or TokenKind.MapStart
            or TokenKind.Name or TokenKind.Integer or TokenKind.Float or TokenKind.Constant,
        _ => false,
    };

    private void VisitEnd(Token<TokenKind> token, bool isFirst)
    {
        if (isFirst)
        {
            while (_missing > 0 && _open.Count > 1 && token.Position.Column < _open.Peek().Column)
            {
                Close(token);
            }
        }

        bool isStray = _open.Count == 0 || (_extra > 0 && isFirst && token.Position.Column > _open.Peek().Column);
        if (isStray)
        {
            _extra--;
            _errors.Add(new SyntaxError(Descriptors.UnexpectedToken, token.ToSpan(), "unexpected 'end', there is no block that it could close"));
            return;
        }

        _open.Pop();
        _output.Add(token);
    }

    private void CloseAll(Token<TokenKind> before)
    {
        while (_missing > 0 && _open.Count > 0)
        {
            Close(before);
        }
    }

    private void Close(Token<TokenKind> before)
    {
        Token<TokenKind> opener = _open.Pop().Opener;
        _missing--;
        TextSpan place = new(before.Span.Source!, before.Position, 0);
        _output.Add(new Token<TokenKind>(TokenKind.End, place));
        _output.Add(new Token<TokenKind>(TokenKind.Separator, place));
        if (!_isSilent)
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"the '{opener.Span}' of line {opener.Position.Line} has no 'end'");
            _errors.Add(new SyntaxError(Descriptors.MissingEnd, opener.ToSpan(), message));
        }
    }
}
