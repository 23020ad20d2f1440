using Bubblescript.Messages;

namespace Bubblescript.Testing.Transcripts.Observations;

/// <summary>The bot sent a message, an event, an input method or a side effect.</summary>
internal sealed record MessageObservation(ChatMessage Message) : Observation
{
    public override IReadOnlyList<string> ToLines(string conversation) => TranscriptLines.From(Message, conversation);
}
