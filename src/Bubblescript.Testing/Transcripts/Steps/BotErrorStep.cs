using Bubblescript.Testing.Transcripts.Observations;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>A runtime error whose message contains this text is reported to the host; <c>*</c> means any.</summary>
internal sealed record BotErrorStep(StepHead Head, string Message) : BotStep(Head)
{
    protected override string? FindContentDifference(Observation observation) =>
        observation is ErrorObservation error && (Message is "*" || error.Message.Contains(Message, StringComparison.OrdinalIgnoreCase)) ? null : Differs;
}
