using System.Collections;

namespace Superpower.Model;

/// <summary>The rest of a list of tokens.</summary>
internal readonly struct TokenList<TKind> : IEquatable<TokenList<TKind>>, IEnumerable<Token<TKind>>
{
    private readonly Token<TKind>[]? _tokens;

    public TokenList(Token<TKind>[] tokens)
        : this(tokens, 0)
    {
    }

    private TokenList(Token<TKind>[] tokens, int position)
    {
        _tokens = tokens;
        Position = position;
    }

    public int Position { get; }

    public static TokenList<TKind> Empty { get; }

    public bool IsAtEnd => _tokens is null || Position == _tokens.Length;

    public static bool operator ==(TokenList<TKind> lhs, TokenList<TKind> rhs) => lhs.Equals(rhs);

    public static bool operator !=(TokenList<TKind> lhs, TokenList<TKind> rhs) => !lhs.Equals(rhs);

    public TokenListParserResult<TKind, Token<TKind>> ConsumeToken()
    {
        if (IsAtEnd)
        {
            return TokenListParserResult.Empty<TKind, Token<TKind>>(this);
        }

        return TokenListParserResult.Value(_tokens![Position], this, new TokenList<TKind>(_tokens, Position + 1));
    }

    public IEnumerator<Token<TKind>> GetEnumerator()
    {
        for (int i = Position; _tokens is not null && i < _tokens.Length; i++)
        {
            yield return _tokens[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(TokenList<TKind> other) => ReferenceEquals(_tokens, other._tokens) && Position == other.Position;

    public override bool Equals(object? obj) => obj is TokenList<TKind> other && Equals(other);

    public override int GetHashCode() => Position;
}
