using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts.Observations;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The bot shows a media item.</summary>
internal sealed record BotMediaStep(StepHead Head, MediaKind Kind, string Url) : BotStep(Head)
{
    protected override string? FindContentDifference(Observation observation) =>
        observation is MessageObservation { Message.Payload: MediaPayload media }
            && media.Kind == Kind
            && string.Equals(media.Url, Url, StringComparison.Ordinal)
            ? null
            : Differs;
}
