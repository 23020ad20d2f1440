namespace Superpower.Model;

/// <summary>
/// What a parser of tokens gives: a value or a failure. Results are copied at every step of a parse, so they are kept small: the tokens are named once,
/// and what is known of a failure shares one field.
/// </summary>
internal struct TokenListParserResult<TKind, T>
{
    private readonly Token<TKind>[]? _tokens;
    private readonly object? _failure;
    private readonly int _location;
    private readonly int _remainder;
    private readonly T _value;

    internal TokenListParserResult(T value, TokenList<TKind> location, TokenList<TKind> remainder)
    {
        _tokens = remainder.Tokens;
        _location = location.Position;
        _remainder = remainder.Position;
        _value = value;
        HasValue = true;
    }

    internal TokenListParserResult(TokenList<TKind> remainder, object? failure, bool backtrack)
    {
        _tokens = remainder.Tokens;
        _location = remainder.Position;
        _remainder = remainder.Position;
        _value = default!;
        _failure = failure;
        Backtrack = backtrack;
    }

    public readonly TokenList<TKind> Location => new(_tokens, _location);

    public readonly TokenList<TKind> Remainder => new(_tokens, _remainder);

    public bool HasValue { get; }

    public readonly Position ErrorPosition => HasValue || Remainder.IsAtEnd ? Position.Empty : Remainder.ConsumeToken().Value.Position;

    public readonly string? ErrorMessage => _failure as string ?? (_failure as TokenListFailure)?.Message;

    public readonly string[]? Expectations => _failure as string[] ?? (_failure as TokenListFailure)?.Expectations;

    public readonly T Value => HasValue ? _value : throw new InvalidOperationException("The result has no value.");

    internal bool Backtrack { get; set; }

    /// <summary>What is known of the failure: a message, expectations, both or nothing.</summary>
    internal readonly object? Failure => _failure;

    internal readonly bool IsPartial(TokenList<TKind> from) => from.Position != _remainder || !ReferenceEquals(from.Tokens, _tokens);
}
