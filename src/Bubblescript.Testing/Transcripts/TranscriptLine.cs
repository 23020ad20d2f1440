namespace Bubblescript.Testing.Transcripts;

/// <summary>A line of a transcript with its 1-based number.</summary>
internal readonly record struct TranscriptLine(int Number, string Text);
