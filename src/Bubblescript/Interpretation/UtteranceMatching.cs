using Bubblescript.Matching;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Matches messages against patterns, intents and entity matchers; analyses each message once per turn.</summary>
internal sealed class UtteranceMatching(Turn turn) : IUtteranceMatcher
{
    private string? _text;
    private Utterance? _utterance;
    private string? _baseForm;

    /// <summary>Forgets the message of the turn before.</summary>
    public void Forget()
    {
        _text = null;
        _utterance = null;
        _baseForm = null;
    }

    public bool Matches(RecordValue message, RecordValue matcher) => Match(message, matcher) is not null;

    public string BaseFormOf(RecordValue message)
    {
        Utterance utterance = UtteranceOf(message);
        return _baseForm ??= BaseForm.Of(utterance.Text);
    }

    public Utterance UtteranceOf(RecordValue message)
    {
        string text = Operand.TextOf(message);
        if (_utterance is not null && string.Equals(_text, text, StringComparison.Ordinal))
        {
            return _utterance;
        }

        _text = text;
        _baseForm = null;
        AnalysisContext context = new() { Now = turn.Time, TimeZone = turn.TimeZone, Locale = turn.ConversationLocale };
        _utterance = message.Companion is Utterance prepared && string.Equals(prepared.Text, text, StringComparison.Ordinal)
            ? prepared
            : (turn.Environment.Settings.Analyzer ?? EnglishAnalyzer.Instance).Analyze(text, context);
        return _utterance;
    }

    /// <summary>Matches one pattern; null for no match. A text that is no pattern matches nothing.</summary>
    public MessageMatch? Match(RecordValue message, string source)
    {
        if (!turn.Current.Bot.Patterns.TryGet(source, out UtterancePattern? pattern, out _))
        {
            return null;
        }

        return pattern.Match(UtteranceOf(message)) is { } match
            ? new MessageMatch(CapturesOf(match), match.Text, pattern is LegacyPattern)
            : null;
    }

    private static MapValue CapturesOf(UtteranceMatch match) => match.Captures.IsEmpty
        ? MapValue.Empty
        : MapValue.From(match.Captures.Select(static capture => KeyValuePair.Create(capture.Name, capture.ToValue())));

    /// <summary>Matches an intent or entity matcher: the first of its patterns that matches.</summary>
    public MessageMatch? Match(RecordValue message, RecordValue matcher)
    {
        Value patterns = TranslatableValue.Resolve(matcher["match"], turn.Locale);
        if (patterns.AsText() is { } single)
        {
            return Match(message, single) is { } match ? match with { Matcher = matcher } : null;
        }

        foreach (Value item in patterns.AsList() ?? ListValue.Empty)
        {
            if (TranslatableValue.Resolve(item, turn.Locale).AsString() is { } source && Match(message, source) is { } match)
            {
                return match with { Matcher = matcher };
            }
        }

        return null;
    }
}
