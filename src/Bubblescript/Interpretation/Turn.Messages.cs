using System.Collections.Immutable;
using System.Globalization;
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
        string id = input.Id ?? string.Create(CultureInfo.InvariantCulture, $"u{NextNumber()}");
        MapValue fields = MapValue.From(
            ("text", input.Text),
            ("type", input.Type),
            ("data", input.Data),
            ("input_type", input.InputType),
            ("intent", default),
            ("captures", MapValue.Empty),
            ("locale", ConversationLocale),
            ("stats", Value.MapOf(("word_count", CountWords(input.Text)))),
            ("sentiment", default),
            ("metadata", input.Metadata),
            ("from", Identity.UserId),
            ("id", id),
            ("time", Environment.Now.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
            ("training_label", default));
        RecordValue message = new(RecordKind.Message, fields, (object?)input.Analysis ?? MessageFields.In(TimeZone));
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

        ImmutableArray<(string Name, Value Value)>.Builder before = ImmutableArray.CreateBuilder<(string Name, Value Value)>();
        Value messageBefore = ReadPredefined(PredefinedVariable.Message);
        RecordValue matched = message.With("captures", match.Captures);
        if (match.Matcher is { RecordKind: RecordKind.Intent } intent)
        {
            matched = matched.With("intent", intent);
        }
        else if (match.Matcher is { } matcher && !matcher["return"].IsNil)
        {
            matched = matched.With("return", matcher["return"]);
        }

        if (match.MatchedText is not null)
        {
            matched = matched.With(EntityVariable, match.MatchedText);
            SetCapture(before, EntityVariable, match.MatchedText);
        }

        if (match.AssignsVariables)
        {
            foreach (KeyValuePair<string, Value> capture in match.Captures)
            {
                SetCapture(before, capture.Key, capture.Value);
            }
        }

        WritePredefined(PredefinedVariable.Message, matched);
        return new CapturesSnapshot(messageBefore, before.DrainToImmutable());
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

    private void SetCapture(ImmutableArray<(string Name, Value Value)>.Builder before, string name, Value value)
    {
        before.Add((name, Current.ReadVariable(name)));
        Current.WriteVariable(name, value);
    }
}
