using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts.Observations;

/// <summary>The bot handed a mail or text message to the host.</summary>
/// <param name="Kind"><c>mail</c> or <c>sms_notify</c>.</param>
/// <param name="Fields"><c>to subject body</c> and the options.</param>
internal sealed record MailObservation(string Kind, MapValue Fields) : Observation
{
    public override IReadOnlyList<string> ToLines(string conversation) => [TranscriptLines.Format(conversation, Kind, ValueJson.ToJson(Fields))];
}
