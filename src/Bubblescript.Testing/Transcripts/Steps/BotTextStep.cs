using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts.Observations;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The bot sends exactly one of these texts.</summary>
internal sealed record BotTextStep(StepHead Head, IReadOnlyList<string> Texts) : BotStep(Head)
{
    protected override string? FindContentDifference(Observation observation) =>
        observation is MessageObservation { Message.Payload: TextPayload { Message: { } text } } && Texts.Contains(text.ReplaceLineEndings("\n"), StringComparer.Ordinal)
            ? null
            : Differs;
}
