using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Matching;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>The message of the turn and what matched in it.</summary>
internal sealed partial class Turn
{
    private const string EntityVariable = "entity";

    public RecordValue? Message => ReadPredefined(PredefinedVariable.Message).AsRecord();

    /// <summary>Whether <c>ask</c>, <c>prompt</c> and <c>await</c> give nil at once: in <c>__timeout__</c> and <c>__closed__</c>.</summary>
    public bool IsWaitingForbidden => Current.Frames.Exists(static frame =>
        frame.Procedure is { Kind: ProcedureKind.SessionTimeout or ProcedureKind.Close });

    /// <summary>Makes the record of a message and sets <c>message</c>.</summary>
    public RecordValue SetMessage(MessageInput input)
    {
        string id = input.Id ?? NextId("u");
        MapValue fields = MapValue.OwnDistinct(
        [
            new("text", input.Text),
            new("type", input.Type),
            new("data", input.Data),
            new("input_type", input.InputType),
            new("intent", default),
            new("captures", MapValue.Empty),
            new("locale", ConversationLocale),
            new("stats", MapValue.OwnDistinct([new("word_count", CountWords(input.Text))])),
            new("sentiment", default),
            new("metadata", input.Metadata),
            new("from", Identity.UserId),
            new("id", id),
            new("time", Time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
            new("training_label", default),
        ]);
        RecordValue message = new(RecordKind.Message, fields, (object?)input.Analysis ?? MessageFields.In(TimeZone));
        WritePredefined(PredefinedVariable.Message, message);
        return message;
    }

    /// <summary>The message with figures of its text, which a hook may have changed; the rest of its analysis is made from the text when it is asked for.</summary>
    public RecordValue Recount(RecordValue message)
    {
        string text = Operand.TextOf(message);
        if (LastUserUtterances is not [{ } said, ..] || string.Equals(text, said, StringComparison.Ordinal))
        {
            return message;
        }

        MapValue stats = (message["stats"].AsMap() ?? MapValue.Empty).Set("word_count", CountWords(text));
        message = message.With("stats", stats);
        WritePredefined(PredefinedVariable.Message, message);
        return message;
    }

    /// <summary>Adds intent, captures and <c>return</c> to the message and sets the variables that a match sets.</summary>
    public CapturesSnapshot ApplyMatch(RecordValue message, MessageMatch match)
    {
        if (ReferenceEquals(match, MessageMatch.Plain))
        {
            // Nothing to add: choices, widgets and questions that take everything.
            Value current = ReadPredefined(PredefinedVariable.Message);
            WritePredefined(PredefinedVariable.Message, message);
            return new CapturesSnapshot(current, []);
        }

        Value messageBefore = ReadPredefined(PredefinedVariable.Message);
        WritePredefined(PredefinedVariable.Message, WithMatch(message, match));
        ReadOnlySpan<KeyValuePair<string, Value>> captures = match.AssignsVariables ? match.Captures.AsSpan() : [];
        (string Name, Value Value)[] before = new (string Name, Value Value)[captures.Length + (match.MatchedText is null ? 0 : 1)];
        int count = 0;
        if (match.MatchedText is not null)
        {
            before[count++] = SetCapture(EntityVariable, match.MatchedText);
        }

        foreach (KeyValuePair<string, Value> capture in captures)
        {
            before[count++] = SetCapture(capture.Key, capture.Value);
        }

        return new CapturesSnapshot(messageBefore, ImmutableCollectionsMarshal.AsImmutableArray(before));
    }

    public void TakeBack(CapturesSnapshot snapshot)
    {
        for (int i = snapshot.Variables.Length - 1; i >= 0; i--)
        {
            Current.WriteVariable(snapshot.Variables[i].Name, snapshot.Variables[i].Value);
        }

        WritePredefined(PredefinedVariable.Message, snapshot.Message);
    }

    private static long CountWords(string text)
    {
        long words = 0;
        bool isInWord = false;
        foreach (char character in text)
        {
            bool isBlank = char.IsWhiteSpace(character);
            words += !isBlank && !isInWord ? 1 : 0;
            isInWord = !isBlank;
        }

        return words;
    }

    private static RecordValue WithMatch(RecordValue message, MessageMatch match)
    {
        // One copy of the many fields for all that is set.
        ReadOnlySpan<KeyValuePair<string, Value>> fields = message.Fields.AsSpan();
        List<KeyValuePair<string, Value>> matched = new(fields.Length + 2);
        matched.AddRange(fields);
        Set(matched, "captures", match.Captures);
        if (match.Matcher is { RecordKind: RecordKind.Intent } intent)
        {
            Set(matched, "intent", intent);
        }
        else if (match.Matcher is { } matcher && !matcher["return"].IsNil)
        {
            Set(matched, "return", matcher["return"]);
        }

        if (match.MatchedText is not null)
        {
            Set(matched, EntityVariable, match.MatchedText);
        }

        return message.WithFields(MapValue.OwnDistinct([.. matched]));
    }

    private static void Set(List<KeyValuePair<string, Value>> fields, string name, Value value)
    {
        int index = fields.FindIndex(field => string.Equals(field.Key, name, StringComparison.Ordinal));
        if (index < 0)
        {
            fields.Add(KeyValuePair.Create(name, value));
        }
        else
        {
            fields[index] = KeyValuePair.Create(name, value);
        }
    }

    private (string Name, Value Value) SetCapture(string name, Value value)
    {
        Value before = Current.ReadVariable(name);
        Current.WriteVariable(name, value);
        return (name, before);
    }
}
