using Superpower.Model;

namespace Superpower;

/// <summary>Combines parsers.</summary>
internal static class Combinators
{
    public static TokenListParser<TKind, U> Select<TKind, T, U>(this TokenListParser<TKind, T> parser, Func<T, U> selector) =>
        input =>
        {
            TokenListParserResult<TKind, T> result = parser(input);
            return result.HasValue
                ? TokenListParserResult.Value(selector(result.Value), input, result.Remainder)
                : TokenListParserResult.CastEmpty<TKind, T, U>(result);
        };

    public static TokenListParser<TKind, U> Then<TKind, T, U>(this TokenListParser<TKind, T> first, Func<T, TokenListParser<TKind, U>> second) =>
        input =>
        {
            TokenListParserResult<TKind, T> start = first(input);
            if (!start.HasValue)
            {
                return TokenListParserResult.CastEmpty<TKind, T, U>(start);
            }

            TokenListParserResult<TKind, U> end = second(start.Value)(start.Remainder);
            return end.HasValue ? TokenListParserResult.Value(end.Value, input, end.Remainder) : end;
        };

    public static TokenListParser<TKind, U> IgnoreThen<TKind, T, U>(this TokenListParser<TKind, T> first, TokenListParser<TKind, U> second) =>
        input =>
        {
            TokenListParserResult<TKind, T> start = first(input);
            if (!start.HasValue)
            {
                return TokenListParserResult.CastEmpty<TKind, T, U>(start);
            }

            TokenListParserResult<TKind, U> end = second(start.Remainder);
            return end.HasValue ? TokenListParserResult.Value(end.Value, input, end.Remainder) : end;
        };

    public static TokenListParser<TKind, T> Or<TKind, T>(this TokenListParser<TKind, T> lhs, TokenListParser<TKind, T> rhs) =>
        input =>
        {
            TokenListParserResult<TKind, T> first = lhs(input);
            if (first.HasValue || (!first.Backtrack && first.IsPartial(input)))
            {
                return first;
            }

            TokenListParserResult<TKind, T> second = rhs(input);
            return second.HasValue ? second : TokenListParserResult.CombineEmpty(first, second);
        };

    public static TokenListParser<TKind, T> Try<TKind, T>(this TokenListParser<TKind, T> parser) =>
        input =>
        {
            TokenListParserResult<TKind, T> result = parser(input);
            if (!result.HasValue)
            {
                result.Backtrack = true;
            }

            return result;
        };

    public static TokenListParser<TKind, T> OptionalOrDefault<TKind, T>(this TokenListParser<TKind, T> parser, T defaultValue = default!) =>
        parser.Or(Parse.Return<TKind, T>(defaultValue));

    public static TokenListParser<TKind, T> Named<TKind, T>(this TokenListParser<TKind, T> parser, string name) =>
        input =>
        {
            TokenListParserResult<TKind, T> result = parser(input);
            return result.HasValue || result.IsPartial(input)
                ? result
                : TokenListParserResult.Empty<TKind, T>(result.Remainder, [name]);
        };
}
