using Bubblescript.Testing.Transcripts.Observations;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The conversation must be closed now.</summary>
internal sealed record ClosedStep(StepHead Head) : BotStep(Head)
{
    protected override string? FindContentDifference(Observation observation) => observation is ClosedObservation ? null : Differs;
}
