using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts.Observations;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The bot shows a location.</summary>
internal sealed record BotLocationStep(StepHead Head, double Latitude, double Longitude) : BotStep(Head)
{
    protected override string? FindContentDifference(Observation observation) =>
        observation is MessageObservation { Message.Payload: LocationPayload location }
            && location.Latitude.Equals(Latitude)
            && location.Longitude.Equals(Longitude)
            ? null
            : Differs;
}
