using Bubblescript.Matching;
using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts.Observations;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The bot sends a text that a BML pattern matches.</summary>
internal sealed record BotPatternStep(StepHead Head, BmlPattern Pattern) : BotStep(Head)
{
    protected override string? FindContentDifference(Observation observation) =>
        observation is MessageObservation { Message.Payload: TextPayload text } && Pattern.Match(text.Message) is not null ? null : Differs;
}
