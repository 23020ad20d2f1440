namespace Superpower.Model;

/// <summary>What a text parser or tokenizer gives: a value or a failure.</summary>
internal readonly struct Result<T>
{
    private readonly T _value;

    internal Result(T value, TextSpan location, TextSpan remainder)
    {
        _value = value;
        Location = location;
        Remainder = remainder;
        HasValue = true;
    }

    internal Result(TextSpan remainder, string? errorMessage, string[]? expectations)
    {
        _value = default!;
        Location = remainder;
        Remainder = remainder;
        ErrorMessage = errorMessage;
        Expectations = expectations;
    }

    public TextSpan Location { get; }

    public TextSpan Remainder { get; }

    public bool HasValue { get; }

    public Position ErrorPosition => HasValue ? Position.Empty : Remainder.Position;

    public string? ErrorMessage { get; }

    public string[]? Expectations { get; }

    public T Value => HasValue ? _value : throw new InvalidOperationException("The result has no value.");

    public override string ToString() => HasValue ? $"Successful parsing of {Value}." : $"Syntax error at {ErrorPosition}.";
}
