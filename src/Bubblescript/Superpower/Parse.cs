using Superpower.Model;

namespace Superpower;

/// <summary>Makes parsers out of nothing or of other parsers.</summary>
internal static class Parse
{
    public static TokenListParser<TKind, T> Ref<TKind, T>(Func<TokenListParser<TKind, T>> reference) => input => reference()(input);

    public static TokenListParser<TKind, T> Return<TKind, T>(T value) => input => TokenListParserResult.Value(value, input, input);

    public static TokenListParser<TKind, (T, U)> Sequence<TKind, T, U>(
        TokenListParser<TKind, T> parser1,
        TokenListParser<TKind, U> parser2) =>
        input =>
        {
            TokenListParserResult<TKind, T> first = parser1(input);
            if (!first.HasValue)
            {
                return TokenListParserResult.CastEmpty<TKind, T, (T, U)>(first);
            }

            TokenListParserResult<TKind, U> second = parser2(first.Remainder);
            return second.HasValue
                ? TokenListParserResult.Value((first.Value, second.Value), input, second.Remainder)
                : TokenListParserResult.CastEmpty<TKind, U, (T, U)>(second);
        };

    public static TokenListParser<TKind, (T, U, V)> Sequence<TKind, T, U, V>(
        TokenListParser<TKind, T> parser1,
        TokenListParser<TKind, U> parser2,
        TokenListParser<TKind, V> parser3)
    {
        TokenListParser<TKind, (T, U)> start = Sequence(parser1, parser2);
        return input =>
        {
            TokenListParserResult<TKind, (T, U)> first = start(input);
            if (!first.HasValue)
            {
                return TokenListParserResult.CastEmpty<TKind, (T, U), (T, U, V)>(first);
            }

            TokenListParserResult<TKind, V> last = parser3(first.Remainder);
            return last.HasValue
                ? TokenListParserResult.Value((first.Value.Item1, first.Value.Item2, last.Value), input, last.Remainder)
                : TokenListParserResult.CastEmpty<TKind, V, (T, U, V)>(last);
        };
    }

    public static TokenListParser<TKind, (T, U, V, W)> Sequence<TKind, T, U, V, W>(
        TokenListParser<TKind, T> parser1,
        TokenListParser<TKind, U> parser2,
        TokenListParser<TKind, V> parser3,
        TokenListParser<TKind, W> parser4)
    {
        TokenListParser<TKind, (T, U, V)> start = Sequence(parser1, parser2, parser3);
        return input =>
        {
            TokenListParserResult<TKind, (T, U, V)> first = start(input);
            if (!first.HasValue)
            {
                return TokenListParserResult.CastEmpty<TKind, (T, U, V), (T, U, V, W)>(first);
            }

            TokenListParserResult<TKind, W> last = parser4(first.Remainder);
            return last.HasValue
                ? TokenListParserResult.Value((first.Value.Item1, first.Value.Item2, first.Value.Item3, last.Value), input, last.Remainder)
                : TokenListParserResult.CastEmpty<TKind, W, (T, U, V, W)>(last);
        };
    }
}
