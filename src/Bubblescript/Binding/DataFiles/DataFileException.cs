namespace Bubblescript.Binding.DataFiles;

/// <summary>A data file that cannot be read; becomes a diagnostic.</summary>
internal sealed class DataFileException(string message, int line, int column, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The 1-based line.</summary>
    public int Line { get; } = line;

    /// <summary>The 1-based column.</summary>
    public int Column { get; } = column;
}
