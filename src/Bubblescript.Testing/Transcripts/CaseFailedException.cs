namespace Bubblescript.Testing.Transcripts;

/// <summary>Ends the run of a case at the step that fails.</summary>
internal sealed class CaseFailedException(int line, string message) : Exception(message)
{
    /// <summary>The 1-based line of the transcript.</summary>
    public int Line { get; } = line;
}
