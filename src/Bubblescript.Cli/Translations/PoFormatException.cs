namespace Bubblescript.Cli.Translations;

/// <summary>A gettext file is not written as it should be.</summary>
/// <param name="line">The line, from 1.</param>
/// <param name="message">What is wrong there.</param>
internal sealed class PoFormatException(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
