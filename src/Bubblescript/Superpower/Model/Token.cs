namespace Superpower.Model;

/// <summary>A token: its kind and the text it was made of.</summary>
internal readonly struct Token<TKind>(TKind kind, TextSpan span)
{
    public TKind Kind { get; } = kind;

    public TextSpan Span { get; } = span;

    public Position Position => Span.Position;

    public bool HasValue => Span != TextSpan.None;

    public static Token<TKind> Empty { get; }

    public string ToStringValue() => Span.ToStringValue();

    public override string ToString() => HasValue ? $"{Kind}@{Position}: {Span}" : "(empty token)";
}
