using Bubblescript.Testing.Transcripts.Observations;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The script writes this log entry; white space at its ends does not count.</summary>
internal sealed record BotLogStep(StepHead Head, string Message) : BotStep(Head)
{
    protected override string? FindContentDifference(Observation observation) =>
        observation is LogObservation log && string.Equals(log.Text.ReplaceLineEndings("\n").Trim(), Message.Trim(), StringComparison.Ordinal) ? null : Differs;
}
