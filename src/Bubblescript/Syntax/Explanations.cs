using Bubblescript.Diagnostics;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>Says in plain English why a parser failed.</summary>
internal static class Explanations
{
    private const int LongestExcerpt = 30;
    private const string KeyHint = "a key is followed by ':' and a blank";
    private const string NameHint = "names begin with a small letter";

    public static SyntaxError Of<T>(TokenListParserResult<TokenKind, T> failure)
    {
        Token<TokenKind> token = failure.Remainder.Peek();
        SourceSpan span = token.ToSpan();
        if (failure.ErrorMessage is { } message)
        {
            return Failures.Decode(message, span);
        }

        string[] expectations = [.. (failure.Expectations ?? []).Distinct(StringComparer.Ordinal).Select(static text => text.Replace('`', '\''))];
        return ExplainWord(token, span, expectations)
            ?? new SyntaxError(Descriptors.UnexpectedToken, span, $"unexpected {Describe(token)}{FormatExpectations(expectations)}", HintFor(failure.Remainder, expectations));
    }

    private static SyntaxError? ExplainWord(Token<TokenKind> token, SourceSpan span, string[] expectations)
    {
        bool expectsName = expectations.Contains(Failures.Expression, StringComparer.Ordinal) || expectations.Contains("a name", StringComparer.Ordinal);
        string word = token.Kind is TokenKind.EndOfFile or TokenKind.None ? string.Empty : token.ToStringValue();
        switch (token.Kind)
        {
            case TokenKind.ForeignWord:
                return new SyntaxError(Descriptors.UnsupportedConstruct, span, $"there is no '{word}'", word switch
                {
                    "fn" => "write a 'function' at top level, or pass a query",
                    "for" or "foreach" => "use 'repeat x in list do'",
                    "while" => "use 'repeat do' with 'break'",
                    "with" => "use 'if'",
                    _ => "use 'branch'",
                });
            case TokenKind.ReservedWord:
                return new SyntaxError(Descriptors.ReservedWord, span, $"'{word}' is a reserved word without meaning");
            case TokenKind.After or TokenKind.Once or TokenKind.Task or TokenKind.Function or TokenKind.Declare or TokenKind.Test or TokenKind.Random when expectsName:
                return new SyntaxError(Descriptors.ReservedWord, span, $"'{word}' is a reserved word and cannot be used as a name");
            default:
                return null;
        }
    }

    private static string Describe(Token<TokenKind> token)
    {
        switch (token.Kind)
        {
            case TokenKind.None or TokenKind.EndOfFile:
                return "end of the file";
            case TokenKind.Separator when token.Span.AsReadOnlySpan()[0..Math.Min(1, token.Span.Length)] is not ";":
                return "end of the line";
            case TokenKind.StringStart or TokenKind.HeredocStart or TokenKind.Heredoc:
                return "string";
            case TokenKind.ShortDo:
                return "', do:'";
            case TokenKind.ShortElse:
                return "', else:'";
            default:
                string text = token.ToStringValue();
                int line = text.IndexOf('\n', StringComparison.Ordinal);
                int length = Math.Min(line < 0 ? text.Length : line, LongestExcerpt);
                return length < text.Length ? $"'{text[..length]}…'" : $"'{text}'";
        }
    }

    private static string FormatExpectations(string[] expectations) => expectations.Length switch
    {
        0 => string.Empty,
        1 => $", expected {expectations[0]}",
        _ => $", expected {string.Join(", ", expectations[..^1])} or {expectations[^1]}",
    };

    private static string? HintFor(TokenList<TokenKind> input, string[] expectations)
    {
        bool expectsEnd = expectations.Contains(Failures.LineEnd, StringComparer.Ordinal);
        Token<TokenKind> token = input.Peek();
        return token.Kind switch
        {
            TokenKind.CallName when expectations is ["a key"] => $"write '{token.Span}:'",
            TokenKind.Assign => "to compare, use '=='",
            TokenKind.If or TokenKind.Unless when expectsEnd => $"write '{token.Span}' and 'do' before the statement",
            TokenKind.If or TokenKind.Unless or TokenKind.Branch or TokenKind.Repeat => $"'{token.Span}' is a statement and has no value",
            TokenKind.LeftBracket when expectsEnd => "the '[' of an index follows without a blank",
            TokenKind.Arrow when expectsEnd => "cases stand in a 'branch'",
            TokenKind.Colon => KeyHint,
            TokenKind.Atom when expectsEnd && FollowsName(token) => KeyHint,
            TokenKind.ModuleName => NameHint,
            TokenKind.Plus or TokenKind.Slash or TokenKind.Range when expectations is [Failures.Statement] => "an operator ends the line that goes on",
            >= TokenKind.Name and <= TokenKind.HeredocStart when expectsEnd => "is a comma or an operator missing?",
            _ => null,
        };
    }

    private static bool FollowsName(Token<TokenKind> token) =>
        token.Position.Absolute > 0 && CharacterClasses.IsNamePart(token.Span.Source![token.Position.Absolute - 1]);
}
