using System.Globalization;

namespace Superpower.Model;

/// <summary>A place in a text: 0-based offset, 1-based line and column.</summary>
internal readonly struct Position(int absolute, int line, int column)
{
    public int Absolute { get; } = absolute;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public static Position Zero { get; } = new(0, 1, 1);

    public static Position Empty { get; }

    public bool HasValue => Line > 0;

    public Position Advance(char overChar) =>
        overChar == '\n' ? new Position(Absolute + 1, Line + 1, 1) : new Position(Absolute + 1, Line, Column + 1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Absolute} (line {Line}, column {Column})");
}
