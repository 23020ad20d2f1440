using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>Shortcuts for hand-written parsers.</summary>
internal static class TokenExtensions
{
    public static SourceSpan ToSpan(this Token<TokenKind> token) => new(token.Position.Absolute, token.Span.Length);

    /// <summary>The next token; behind the last one, a token of kind <see cref="TokenKind.None"/>.</summary>
    public static Token<TokenKind> Peek(this TokenList<TokenKind> input)
    {
        TokenListParserResult<TokenKind, Token<TokenKind>> next = input.ConsumeToken();
        return next.HasValue ? next.Value : Token<TokenKind>.Empty;
    }

    public static TokenKind PeekKind(this TokenList<TokenKind> input) => input.Peek().Kind;

    public static TokenList<TokenKind> Skip(this TokenList<TokenKind> input) => input.ConsumeToken().Remainder;
}
