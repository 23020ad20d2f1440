using System.Collections.Immutable;
using Superpower;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>Comma-separated lists.</summary>
internal static class Lists
{
    private const int UsualCount = 4;

    /// <summary>Elements separated by commas, at least one.</summary>
    public static TokenListParser<TokenKind, ImmutableArray<T>> CommaSeparated<T>(TokenListParser<TokenKind, T> element) =>
        input => ParseFrom(input, element, TokenKind.None, isComplete: null);

    /// <summary>Elements separated by commas, perhaps none, with an optional trailing comma before the closing token, which is left.</summary>
    public static TokenListParser<TokenKind, ImmutableArray<T>> CommaSeparatedUntil<T>(TokenListParser<TokenKind, T> element, TokenKind closing) =>
        input => input.PeekKind() == closing
            ? TokenListParserResult.Value(ImmutableArray<T>.Empty, input, input)
            : ParseFrom(input, element, closing, isComplete: null);

    /// <summary>As the others, and asks of every element but the last whether another may follow it; the answer no names the failure.</summary>
    public static TokenListParserResult<TokenKind, ImmutableArray<T>> ParseFrom<T>(
        TokenList<TokenKind> input,
        TokenListParser<TokenKind, T> element,
        TokenKind closing,
        Func<T, T, string?>? isComplete)
    {
        TokenListParserResult<TokenKind, T> next = element(input);
        if (!next.HasValue)
        {
            return TokenListParserResult.CastEmpty<TokenKind, T, ImmutableArray<T>>(next);
        }

        TokenList<TokenKind> rest = next.Remainder;
        if (EndsList(ref rest, closing))
        {
            return Complete([next.Value], input, rest, closing);
        }

        ImmutableArray<T>.Builder elements = ImmutableArray.CreateBuilder<T>(UsualCount);
        elements.Add(next.Value);
        while (true)
        {
            next = element(rest);
            if (!next.HasValue)
            {
                return TokenListParserResult.CastEmpty<TokenKind, T, ImmutableArray<T>>(next);
            }

            if (isComplete?.Invoke(elements[^1], next.Value) is { } problem)
            {
                return TokenListParserResult.Empty<TokenKind, ImmutableArray<T>>(rest, problem);
            }

            elements.Add(next.Value);
            rest = next.Remainder;
            if (EndsList(ref rest, closing))
            {
                return Complete(elements.DrainToImmutable(), input, rest, closing);
            }
        }
    }

    /// <summary>Skips a comma; true where no element follows.</summary>
    private static bool EndsList(ref TokenList<TokenKind> rest, TokenKind closing)
    {
        if (rest.PeekKind() != TokenKind.Comma)
        {
            return true;
        }

        rest = rest.Skip();
        return closing != TokenKind.None && rest.PeekKind() == closing;
    }

    private static TokenListParserResult<TokenKind, ImmutableArray<T>> Complete<T>(
        ImmutableArray<T> elements,
        TokenList<TokenKind> input,
        TokenList<TokenKind> rest,
        TokenKind closing) =>
        closing != TokenKind.None && rest.PeekKind() != closing
            ? Failures.Expected<ImmutableArray<T>>(rest, "','", Closing(closing))
            : TokenListParserResult.Value(elements, input, rest);

    private static string Closing(TokenKind kind) => kind switch
    {
        TokenKind.RightParenthesis => "')'",
        TokenKind.RightBracket => "']'",
        _ => "'}'",
    };
}
