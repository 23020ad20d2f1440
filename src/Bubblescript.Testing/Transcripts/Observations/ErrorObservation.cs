namespace Bubblescript.Testing.Transcripts.Observations;

/// <summary>A runtime error, or a fault of the host, was reported.</summary>
internal sealed record ErrorObservation(string Message) : Observation
{
    public override IReadOnlyList<string> ToLines(string conversation) => [TranscriptLines.Format(conversation, "error", Message)];
}
