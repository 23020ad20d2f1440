namespace Bubblescript.Values;

/// <summary>A text that is no YAML, JSON or CSV. Becomes a diagnostic of a data file, or a runtime error of the function that reads the text.</summary>
internal sealed class DataFormatException(string message, int line, int column, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The 1-based line.</summary>
    public int Line { get; } = line;

    /// <summary>The 1-based column.</summary>
    public int Column { get; } = column;

    /// <summary>The same as the runtime error of a function that reads a text.</summary>
    public Value ToError() => new RuntimeError(FormattableString.Invariant($"{Message} (line {Line}, column {Column})")).ToValue();
}
