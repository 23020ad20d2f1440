using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bubblescript.Diagnostics;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>
/// Reports what the tokenizer could not read and repairs it, so that the grammar sees neither error tokens nor blocks without end.
/// </summary>
internal sealed class TokenReview
{
    /// <summary>More errors than this are not even counted.</summary>
    private const int MaximumErrors = 1000;

    private readonly List<SyntaxError> _errors = [];
    private readonly ImmutableArray<Token<TokenKind>>.Builder _tokens;
    private readonly bool _hasOddCharacters;

    private TokenReview(string text, int capacity)
    {
        _tokens = ImmutableArray.CreateBuilder<Token<TokenKind>>(capacity);
        _hasOddCharacters = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 || text.Contains('\0');
    }

    /// <summary>Repairs tokens and adds a last one of kind <see cref="TokenKind.EndOfFile"/>.</summary>
    public static ReviewedTokens Review(string text, TokenList<TokenKind> tokens)
    {
        TokenReview review = new(text, tokens.Count() + 1);
        foreach (Token<TokenKind> token in tokens)
        {
            review.Add(token);
        }

        Position end = review._tokens.Count == 0 ? new Position(text.Length, 1, 1) : EndOf(review._tokens[^1]);
        review._tokens.Add(new Token<TokenKind>(TokenKind.EndOfFile, new TextSpan(text, end, 0)));
        BlockBalancer.Balance(review._tokens, review._errors);
        int nesting = NestingGuard.Check(review._tokens, review._errors);
        Token<TokenKind>[] reviewed = ImmutableCollectionsMarshal.AsArray(review._tokens.DrainToImmutable())!;
        return new ReviewedTokens(new TokenList<TokenKind>(reviewed), review._errors, nesting);
    }

    private static Position EndOf(Token<TokenKind> token)
    {
        Position position = token.Position;
        foreach (char c in token.Span.AsReadOnlySpan())
        {
            position = position.Advance(c);
        }

        return position;
    }

    private void Add(Token<TokenKind> token)
    {
        switch (token.Kind)
        {
            case TokenKind.Name or TokenKind.CallName:
                AddName(token);
                break;
            case TokenKind.If or TokenKind.Unless when _tokens.Count > 0 && _tokens[^1].Kind == TokenKind.Else:
                Position start = _tokens[^1].Position;
                int length = token.Position.Absolute + token.Span.Length - start.Absolute;
                _tokens[^1] = new Token<TokenKind>(TokenKind.ElseIf, new TextSpan(token.Span.Source!, start, length));
                break;
            case TokenKind.Integer or TokenKind.Float or TokenKind.InvalidNumber:
                AddNumber(token);
                break;
            case TokenKind.String or TokenKind.StringKey or TokenKind.StringText or TokenKind.Heredoc:
                CheckText(token);
                _tokens.Add(token);
                break;
            case TokenKind.Atom:
                CheckText(token);
                _tokens.Add(token);
                break;
            case TokenKind.Assign:
                ReleaseReservedWord();
                _tokens.Add(token);
                break;
            case TokenKind.Invalid or TokenKind.InvalidName or TokenKind.Brace:
                AddInvalid(token);
                break;
            case TokenKind.ForeignOperator:
                AddForeignOperator(token);
                break;
            case >= TokenKind.UnterminatedString and <= TokenKind.TooDeepString:
                AddUnterminated(token);
                break;
            default:
                _tokens.Add(token);
                break;
        }
    }

    private void AddName(Token<TokenKind> token)
    {
        bool isStart = _tokens.Count > 0 && _tokens[^1].Kind is TokenKind.Separator;
        bool isElseIf = isStart && token.Kind == TokenKind.CallName && token.Span.AsReadOnlySpan() is "elsif" or "elif" or "elseif";
        _tokens.Add(isElseIf ? WithKind(token, TokenKind.ElseIf) : token);
    }

    /// <summary><c>end = 1</c>: a word that would end a block is turned into a name, so that the blocks stay as they are meant.</summary>
    private void ReleaseReservedWord()
    {
        if (_tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.End or TokenKind.Else or TokenKind.After or TokenKind.Do } word
            && (_tokens.Count == 1 || _tokens[^2].Kind is TokenKind.Separator or TokenKind.Do))
        {
            Report(Descriptors.ReservedWord, word, $"'{word.Span}' is a reserved word and cannot be used as a name");
            _tokens[^1] = WithKind(word, TokenKind.Name);
        }
    }

    private void AddNumber(Token<TokenKind> token)
    {
        string text = token.ToStringValue();
        if (token.Kind == TokenKind.InvalidNumber)
        {
            Report(Descriptors.InvalidNumber, token, $"'{Clip(text)}' is no number", "write a duration as text, as in \"5m\"");
            _tokens.Add(WithKind(token, TokenKind.Integer));
            return;
        }

        if (token.Kind == TokenKind.Integer && !Literals.TryReadInteger(text, out _))
        {
            Report(Descriptors.InvalidNumber, token, $"the integer {Clip(text)} is too large", "integers go up to 9223372036854775807");
        }
        else if (token.Kind == TokenKind.Float && !double.IsFinite(Literals.ReadFloat(text)))
        {
            Report(Descriptors.InvalidNumber, token, $"the number {Clip(text)} is too large");
        }

        _tokens.Add(token);
    }

    private void AddInvalid(Token<TokenKind> token)
    {
        string text = Clip(token.ToStringValue());
        if (token.Kind == TokenKind.Brace)
        {
            Report(Descriptors.InvalidCharacter, token, "'{' has no meaning here", "a map begins with '%{'");
            _tokens.Add(WithKind(token, TokenKind.MapStart));
        }
        else if (token.Kind == TokenKind.InvalidName)
        {
            Report(Descriptors.InvalidCharacter, token, $"'{Clip(text)}' is no name", "names consist of the letters a to z, digits and '_'");
            _tokens.Add(WithKind(token, TokenKind.Name));
        }
        else
        {
            Report(Descriptors.InvalidCharacter, token, $"{Describe(text)} has no meaning here", HintFor(text[0]));
        }
    }

    private void AddForeignOperator(Token<TokenKind> token)
    {
        string text = token.ToStringValue();
        (TokenKind repaired, string hint) = text switch
        {
            "--" => (TokenKind.Minus, "to leave items out of a list, use filter(list, query)"),
            "=~" => (TokenKind.Equal, "use match(text, pattern) or regex_match(text, expression)"),
            _ => (TokenKind.Plus, "use '+'"),
        };
        Report(Descriptors.UnsupportedConstruct, token, $"there is no operator '{text}'", hint);
        _tokens.Add(WithKind(token, repaired));
    }

    private void AddUnterminated(Token<TokenKind> token)
    {
        Token<TokenKind> mark = new(token.Kind, token.Span.First(Math.Min(token.Span.Length, token.Kind == TokenKind.UnterminatedHeredoc ? 3 : 1)));
        switch (token.Kind)
        {
            case TokenKind.UnterminatedInterpolation:
                Report(Descriptors.UnterminatedString, mark, "this string contains '#{' without '}'", "write '\\#{' for the characters themselves");
                break;
            case TokenKind.UnterminatedHeredoc:
                Report(Descriptors.UnterminatedString, mark, "this heredoc has no end", "it ends with a line that begins with the same three quotes");
                break;
            case TokenKind.TooDeepString:
                Report(Descriptors.TooDeep, mark, "strings are nested too deeply", $"at most {StringScanner.MaximumDepth} levels are allowed");
                break;
            default:
                Report(Descriptors.UnterminatedString, mark, "this string has no end", $"add {token.Span.AsReadOnlySpan().TrimStart("_:")[0]} where it ends");
                break;
        }

        _tokens.Add(WithKind(token, TokenKind.String));
    }

    private void CheckText(Token<TokenKind> token)
    {
        ReadOnlySpan<char> text = token.Span.AsReadOnlySpan();
        int escape = text.IndexOf('\\');
        while (escape >= 0 && escape + 1 < text.Length)
        {
            int length = Escapes.Read(text[escape..], out _);
            if (length < 0)
            {
                length = 2;
                ReportAt(Descriptors.InvalidEscape, token, escape, 2, "'\\u' needs four hexadecimal digits, or a code point in braces", "for example \\u00e9 or \\u{1F600}");
            }

            int next = text[(escape + length)..].IndexOf('\\');
            escape = next < 0 ? -1 : escape + length + next;
        }

        if (_hasOddCharacters)
        {
            CheckCharacters(token, text);
        }
    }

    private void CheckCharacters(Token<TokenKind> token, ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                ReportAt(Descriptors.InvalidCharacter, token, i, 1, $"{Describe(text[i].ToString())} is not allowed in a string");
                return;
            }
        }
    }

    private static string? HintFor(char c) => c switch
    {
        '&' => "use '&&' or 'and'",
        '|' => "use '||' or 'or'",
        '%' => "use rem(a, b) for the remainder; a map begins with '%{'",
        '^' => "use pow(a, b)",
        '?' => "use 'if' to choose",
        '\u201C' or '\u201D' or '\u2018' or '\u2019' or '`' => "strings are quoted with \" or '",
        _ => null,
    };

    private static string Describe(string text)
    {
        char c = text[0];
        bool isPair = char.IsHighSurrogate(c) && text.Length > 1 && char.IsLowSurrogate(text[1]);
        return c == '\uFFFD' || char.IsControl(c) || (char.IsSurrogate(c) && !isPair) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format
            ? $"the character U+{(int)c:X4}"
            : $"'{Clip(text)}'";
    }

    private static string Clip(string text) => text.Length <= 20 ? text : string.Concat(text.AsSpan(0, 20), "…");

    private static Token<TokenKind> WithKind(Token<TokenKind> token, TokenKind kind) => new(kind, token.Span);

    private void Report(DiagnosticDescriptor descriptor, Token<TokenKind> token, string message, string? hint = null) =>
        ReportAt(descriptor, token, 0, token.Span.Length, message, hint);

    private void ReportAt(DiagnosticDescriptor descriptor, Token<TokenKind> token, int offset, int length, string message, string? hint = null)
    {
        if (_errors.Count < MaximumErrors)
        {
            _errors.Add(new SyntaxError(descriptor, new SourceSpan(token.Position.Absolute + offset, length), message, hint));
        }
    }
}
