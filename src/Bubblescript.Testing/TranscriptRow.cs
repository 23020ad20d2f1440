namespace Bubblescript.Testing;

/// <summary>A line of the two conversations of a <see cref="TranscriptResult"/>.</summary>
/// <param name="Expected">What the transcript says; empty when it says nothing.</param>
/// <param name="Actual">What happened; empty when nothing did.</param>
/// <param name="IsFailure">Whether this is where the two part.</param>
public sealed record TranscriptRow(string Expected, string Actual, bool IsFailure = false);
