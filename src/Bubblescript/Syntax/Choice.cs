using Superpower;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>Alternatives that differ in their first token: as <c>Or</c>, but chosen at once.</summary>
internal static class Choice
{
    public static TokenListParser<TokenKind, T> ByFirstToken<T>(string name, params (TokenKind First, TokenListParser<TokenKind, T> Parser)[] alternatives)
    {
        TokenListParser<TokenKind, T>?[] table = new TokenListParser<TokenKind, T>?[Enum.GetValues<TokenKind>().Length];
        foreach ((TokenKind first, TokenListParser<TokenKind, T> parser) in alternatives)
        {
            table[(int)first] = parser;
        }

        string[] expectations = [name];
        return input => table[(int)input.PeekKind()] is { } parser
            ? parser(input)
            : TokenListParserResult.Empty<TokenKind, T>(input, expectations);
    }

    /// <summary>One parser where a key is next, another elsewhere.</summary>
    public static TokenListParser<TokenKind, T> ByKey<T>(TokenListParser<TokenKind, T> keyed, TokenListParser<TokenKind, T> other) =>
        input => input.PeekKind() is TokenKind.Key or TokenKind.StringKey ? keyed(input) : other(input);
}
