using Superpower.Display;

namespace Superpower.Model;

/// <summary>Makes results of parsers of tokens.</summary>
internal static class TokenListParserResult
{
    public static TokenListParserResult<TKind, T> Empty<TKind, T>(TokenList<TKind> remainder) =>
        new(remainder, failure: null, backtrack: false);

    public static TokenListParserResult<TKind, T> Empty<TKind, T>(TokenList<TKind> remainder, string[] expectations) =>
        new(remainder, expectations, backtrack: false);

    public static TokenListParserResult<TKind, T> Empty<TKind, T>(TokenList<TKind> remainder, TKind[] expectations) =>
        new(remainder, expectations.Select(Presentation.FormatExpectation).ToArray(), backtrack: false);

    public static TokenListParserResult<TKind, T> Empty<TKind, T>(TokenList<TKind> remainder, string errorMessage) =>
        new(remainder, errorMessage, backtrack: false);

    public static TokenListParserResult<TKind, T> Value<TKind, T>(T value, TokenList<TKind> location, TokenList<TKind> remainder) =>
        new(value, location, remainder);

    public static TokenListParserResult<TKind, U> CastEmpty<TKind, T, U>(TokenListParserResult<TKind, T> result) =>
        new(result.Remainder, result.Failure, result.Backtrack);

    public static TokenListParserResult<TKind, T> CombineEmpty<TKind, T>(TokenListParserResult<TKind, T> first, TokenListParserResult<TKind, T> second)
    {
        if (first.Remainder != second.Remainder)
        {
            return second;
        }

        string[]? expectations = (first.Expectations, second.Expectations) switch
        {
            (null, var only) => only,
            (var only, null) => only,
            var (some, more) => [.. some, .. more],
        };
        return new TokenListParserResult<TKind, T>(
            second.Remainder,
            new TokenListFailure(first.ErrorMessage ?? second.ErrorMessage, expectations),
            second.Backtrack);
    }
}
