using System.Collections;

namespace Bubblescript.Matching;

/// <summary>One way to see a sentence as a list of tokens (language reference, BML, section 2.2). Immutable, safe for use by several threads.</summary>
public sealed class Tokenization : IReadOnlyList<Token>
{
    private readonly Token[] _tokens;
    private JoinedText? _joined;

    internal Tokenization(Token[] tokens)
    {
        _tokens = tokens;
        foreach (Token token in tokens)
        {
            HasEntity |= token.Kind == TokenKind.Entity;
        }
    }

    /// <summary>The number of tokens.</summary>
    public int Count => _tokens.Length;

    /// <summary>Whether one of the tokens is an entity.</summary>
    public bool HasEntity { get; }

    internal Token[] Tokens => _tokens;

    /// <summary>The raw texts of all tokens, as free regular expressions see them.</summary>
    internal JoinedText Joined => _joined ??= new JoinedText(_tokens);

    /// <summary>The token at a 0-based place in this list, which may differ from its <see cref="Token.Index"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such token.</exception>
    public Token this[int index] => _tokens[index];

    /// <inheritdoc/>
    public IEnumerator<Token> GetEnumerator() => ((IEnumerable<Token>)_tokens).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
