namespace Bubblescript.Testing.Transcripts.Observations;

/// <summary>The conversation was closed.</summary>
internal sealed record ClosedObservation : Observation
{
    public override IReadOnlyList<string> ToLines(string conversation) =>
        [string.Equals(conversation, TranscriptStep.DefaultConversation, StringComparison.Ordinal) ? "closed:" : $"{conversation} closed:"];
}
