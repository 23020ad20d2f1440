using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts.Observations;
using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The bot does something for operators or channels: a tag, note, reaction, mail, call …</summary>
/// <param name="Head">The head.</param>
/// <param name="Kind">Which effect, as transcripts name it.</param>
/// <param name="Content">The exact text, or JSON that must be contained; nil for anything.</param>
internal sealed record BotEffectStep(StepHead Head, string Kind, Value Content) : BotStep(Head)
{
    protected override string? FindContentDifference(Observation observation)
    {
        (string kind, Value content) = observation switch
        {
            MessageObservation { Message.Payload: SideEffectPayload effect } => EffectContent.Of(effect),
            MailObservation mail => (mail.Kind, mail.Fields),
            _ => ("", default),
        };
        if (!string.Equals(kind, Kind, StringComparison.Ordinal))
        {
            return Differs;
        }

        if (Content.AsString() is { } text)
        {
            return string.Equals(content.AsString(), text, StringComparison.Ordinal) ? null : Differs;
        }

        return Content.IsNil ? null : JsonContainment.FindDifference(Content, content);
    }
}
