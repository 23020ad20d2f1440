using System.Collections.Immutable;
using Superpower;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>Comma-separated lists.</summary>
internal static class Lists
{
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
        ImmutableArray<T>.Builder elements = ImmutableArray.CreateBuilder<T>();
        TokenList<TokenKind> rest = input;
        while (true)
        {
            TokenListParserResult<TokenKind, T> next = element(rest);
            if (!next.HasValue)
            {
                return TokenListParserResult.CastEmpty<TokenKind, T, ImmutableArray<T>>(next);
            }

            if (elements.Count > 0 && isComplete?.Invoke(elements[^1], next.Value) is { } problem)
            {
                return TokenListParserResult.Empty<TokenKind, ImmutableArray<T>>(rest, problem);
            }

            elements.Add(next.Value);
            rest = next.Remainder;
            if (rest.PeekKind() != TokenKind.Comma)
            {
                return closing != TokenKind.None && rest.PeekKind() != closing
                    ? Failures.Expected<ImmutableArray<T>>(rest, "','", Closing(closing))
                    : TokenListParserResult.Value(elements.DrainToImmutable(), input, rest);
            }

            rest = rest.Skip();
            if (closing != TokenKind.None && rest.PeekKind() == closing)
            {
                return TokenListParserResult.Value(elements.DrainToImmutable(), input, rest);
            }
        }
    }

    private static string Closing(TokenKind kind) => kind switch
    {
        TokenKind.RightParenthesis => "')'",
        TokenKind.RightBracket => "']'",
        _ => "'}'",
    };
}
