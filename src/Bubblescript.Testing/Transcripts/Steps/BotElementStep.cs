using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts.Observations;
using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The bot sends a template, an input method, an event or a contact with this name whose content contains the given JSON.</summary>
/// <param name="Head">The head.</param>
/// <param name="Type">What it sends.</param>
/// <param name="Name">The type of the template or input method, the name of the event; empty for contacts.</param>
/// <param name="Content">What must be contained; nil for anything.</param>
internal sealed record BotElementStep(StepHead Head, ChatMessageType Type, string Name, Value Content) : BotStep(Head)
{
    protected override string? FindContentDifference(Observation observation)
    {
        if (observation is not MessageObservation { Message: { Payload: { } payload } message } || message.Type != Type)
        {
            return Differs;
        }

        (string name, Value content) = payload switch
        {
            TemplatePayload template => (template.TemplateType, template.Fields),
            InputMethodPayload input => (input.Method, input.Configuration),
            EmitPayload emit => (emit.Event, emit.Payload),
            ContactPayload contact => ("", contact.Fields),
            _ => ("", default(Value)),
        };
        if (!string.Equals(name, Name, StringComparison.Ordinal))
        {
            return Differs;
        }

        return Content.IsNil ? null : JsonContainment.FindDifference(Content, content);
    }
}
