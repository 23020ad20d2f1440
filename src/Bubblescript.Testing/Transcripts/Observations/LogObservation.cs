namespace Bubblescript.Testing.Transcripts.Observations;

/// <summary>The script wrote a log entry.</summary>
internal sealed record LogObservation(string Text) : Observation
{
    public override IReadOnlyList<string> ToLines(string conversation) => [TranscriptLines.Format(conversation, "log", Text)];
}
