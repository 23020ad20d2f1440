using System.Collections;

namespace Superpower.Model;

/// <summary>The rest of a list of tokens.</summary>
internal readonly struct TokenList<TKind> : IEquatable<TokenList<TKind>>, IEnumerable<Token<TKind>>
{
    public TokenList(Token<TKind>[] tokens)
        : this(tokens, 0)
    {
    }

    internal TokenList(Token<TKind>[]? tokens, int position)
    {
        Tokens = tokens;
        Position = position;
    }

    internal Token<TKind>[]? Tokens { get; }

    public int Position { get; }

    public static TokenList<TKind> Empty { get; }

    public bool IsAtEnd => Tokens is null || Position == Tokens.Length;

    public static bool operator ==(TokenList<TKind> lhs, TokenList<TKind> rhs) => lhs.Equals(rhs);

    public static bool operator !=(TokenList<TKind> lhs, TokenList<TKind> rhs) => !lhs.Equals(rhs);

    public TokenListParserResult<TKind, Token<TKind>> ConsumeToken()
    {
        Token<TKind>[]? tokens = Tokens;
        int position = Position;
        return tokens is not null && position < tokens.Length
            ? TokenListParserResult.Value(tokens[position], this, new TokenList<TKind>(tokens, position + 1))
            : TokenListParserResult.Empty<TKind, Token<TKind>>(this);
    }

    public IEnumerator<Token<TKind>> GetEnumerator()
    {
        for (int i = Position; Tokens is not null && i < Tokens.Length; i++)
        {
            yield return Tokens[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(TokenList<TKind> other) => ReferenceEquals(Tokens, other.Tokens) && Position == other.Position;

    public override bool Equals(object? obj) => obj is TokenList<TKind> other && Equals(other);

    public override int GetHashCode() => Position;
}
