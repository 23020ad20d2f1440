namespace Superpower.Model;

/// <summary>A part of a text.</summary>
internal readonly struct TextSpan : IEquatable<TextSpan>
{
    public TextSpan(string source)
        : this(source, Position.Zero, source.Length)
    {
    }

    public TextSpan(string source, Position position, int length)
    {
        Source = source;
        Position = position;
        Length = length;
    }

    public string? Source { get; }

    public Position Position { get; }

    public int Length { get; }

    public static TextSpan None { get; }

    public static bool operator ==(TextSpan lhs, TextSpan rhs) => lhs.Equals(rhs);

    public static bool operator !=(TextSpan lhs, TextSpan rhs) => !lhs.Equals(rhs);

    public TextSpan Until(TextSpan next) => First(next.Position.Absolute - Position.Absolute);

    public TextSpan First(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        return new TextSpan(Source!, Position, length);
    }

    public ReadOnlySpan<char> AsReadOnlySpan() => Source.AsSpan(Position.Absolute, Length);

    public string ToStringValue() => Source!.Substring(Position.Absolute, Length);

    public bool Equals(TextSpan other) =>
        ReferenceEquals(Source, other.Source) && Position.Absolute == other.Position.Absolute && Length == other.Length;

    public override bool Equals(object? obj) => obj is TextSpan other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Position.Absolute, Length);

    public override string ToString() => Source is null ? "(none)" : ToStringValue();
}
