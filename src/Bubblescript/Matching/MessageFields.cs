using System.Collections.Immutable;
using System.Globalization;
using Bubblescript.Values;

namespace Bubblescript.Matching;

/// <summary>
/// The fields <c>entities</c> and <c>sents</c> of a message (language reference, section 5.1), found in its text when they are asked for. Safe for
/// use by several threads.
/// </summary>
internal sealed class MessageFields : IDerivedFields
{
    private static readonly ImmutableArray<string> Kinds =
    [
        "number", "ordinal", "email", "url", "phone_number", "time", "duration", "amount_of_money", "distance", "temperature", "volume", "quantity",
        "credit_card_number",
    ];

    private MessageFields(string timeZone) => TimeZone = timeZone;

    /// <summary>The companion of messages of users in UTC.</summary>
    public static MessageFields Instance { get; } = new("UTC");

    /// <summary>The zone in which the message was said: "five o'clock" stands for its five o'clock, also when the conversation was saved since.</summary>
    public string TimeZone { get; }

    /// <summary>The companion of messages of a user in this time zone; null for UTC.</summary>
    public static MessageFields In(string? timeZone) =>
        timeZone is null || string.Equals(timeZone, Instance.TimeZone, StringComparison.Ordinal) ? Instance : new MessageFields(timeZone);

    /// <inheritdoc/>
    public Value Read(RecordValue record, string field) =>
        field is "entities" or "sents" && !record["text"].IsNil ? Read(Analyze(record, Operand.TextOf(record)), field) : default;

    /// <summary>The field of a message with this analysis.</summary>
    public static Value Read(Utterance utterance, string field) => field switch
    {
        "entities" => ListValue.From(utterance.Sentences.SelectMany(static sentence => sentence.FindEntities(Kinds)).Select(static entity => (Value)entity.ToRecord())),
        "sents" => ListValue.From(utterance.Sentences.Select(static sentence => (Value)new RecordValue(RecordKind.Sentence, MapValue.From(("text", sentence.Text))))),
        _ => default,
    };

    private Utterance Analyze(RecordValue record, string text) =>
        DateTimeOffset.TryParse(record["time"].AsString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? EnglishAnalyzer.Instance.Analyze(text, new AnalysisContext { Now = time, TimeZone = TimeZone, Locale = record["locale"].AsString() ?? "en" })
            : Utterance.FromText(text);
}
