namespace Superpower.Model;

/// <summary>What a parser of tokens gives: a value or a failure.</summary>
internal struct TokenListParserResult<TKind, T>
{
    private readonly T _value;

    internal TokenListParserResult(T value, TokenList<TKind> location, TokenList<TKind> remainder)
    {
        _value = value;
        Location = location;
        Remainder = remainder;
        HasValue = true;
    }

    internal TokenListParserResult(TokenList<TKind> remainder, Position errorPosition, string? errorMessage, string[]? expectations, bool backtrack)
    {
        _value = default!;
        Location = remainder;
        Remainder = remainder;
        SubTokenErrorPosition = errorPosition;
        ErrorMessage = errorMessage;
        Expectations = expectations;
        Backtrack = backtrack;
    }

    public TokenList<TKind> Location { get; }

    public TokenList<TKind> Remainder { get; }

    public bool HasValue { get; }

    public readonly Position ErrorPosition
    {
        get
        {
            if (HasValue)
            {
                return Position.Empty;
            }

            if (SubTokenErrorPosition.HasValue)
            {
                return SubTokenErrorPosition;
            }

            return Remainder.IsAtEnd ? Position.Empty : Remainder.ConsumeToken().Value.Position;
        }
    }

    public Position SubTokenErrorPosition { get; }

    public string? ErrorMessage { get; }

    public string[]? Expectations { get; }

    public readonly T Value => HasValue ? _value : throw new InvalidOperationException("The result has no value.");

    internal bool Backtrack { get; set; }

    internal readonly bool IsPartial(TokenList<TKind> from) => SubTokenErrorPosition.HasValue || from != Remainder;
}
