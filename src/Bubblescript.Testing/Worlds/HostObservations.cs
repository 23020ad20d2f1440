using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts.Observations;
using Bubblescript.Values;

namespace Bubblescript.Testing.Worlds;

/// <summary>What a transcript lists of what leaves a host.</summary>
internal static class HostObservations
{
    /// <summary>Null for what no transcript lists: typing, silence, emits to other processes, warnings …</summary>
    public static Observation? Of(HostEvent hostEvent) => hostEvent switch
    {
        OutgoingMessage { Message.Payload: SideEffectPayload { Kind: "annotation" } annotation } when IsToldOtherwise(annotation) => null,
        OutgoingMessage { Message: var message } when TranscriptLines.From(message).Count > 0 => new MessageObservation(message),
        ConversationClosed => new ClosedObservation(),
        ScriptError { Error: var error } => new ErrorObservation(error.Message),
        HostFault fault => new ErrorObservation(fault.Message),
        ScriptLog { IsWarning: false } log => new LogObservation(log.Text),
        MailRequested { Mail: var mail } => new MailObservation(
            mail.Type,
            MapValue.From(("to", mail.To), ("subject", mail.Subject), ("body", mail.Body)).Merge(mail.Options)),
        _ => null,
    };

    /// <summary>Mails and errors are told as such, and to operators as an annotation too.</summary>
    private static bool IsToldOtherwise(SideEffectPayload annotation) => annotation.Data["type"].AsString() is "mail" or "sms_notify" or "error";
}
