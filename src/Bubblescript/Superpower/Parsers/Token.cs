using Superpower.Display;
using Superpower.Model;

namespace Superpower.Parsers;

/// <summary>Parsers of single tokens.</summary>
internal static class Token
{
    public static TokenListParser<TKind, Token<TKind>> EqualTo<TKind>(TKind kind)
    {
        string[] expectations = [Presentation.FormatExpectation(kind)];
        return input =>
        {
            TokenListParserResult<TKind, Token<TKind>> next = input.ConsumeToken();
            return next.HasValue && EqualityComparer<TKind>.Default.Equals(next.Value.Kind, kind)
                ? next
                : TokenListParserResult.Empty<TKind, Token<TKind>>(input, expectations);
        };
    }

    public static TokenListParser<TKind, Token<TKind>> Matching<TKind>(Func<TKind, bool> predicate, string name)
    {
        string[] expectations = [name];
        return input =>
        {
            TokenListParserResult<TKind, Token<TKind>> next = input.ConsumeToken();
            return next.HasValue && predicate(next.Value.Kind)
                ? next
                : TokenListParserResult.Empty<TKind, Token<TKind>>(input, expectations);
        };
    }
}
