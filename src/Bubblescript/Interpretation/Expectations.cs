using System.Buffers;
using Bubblescript.Matching;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What <c>expecting:</c> and <c>trigger:</c> accept (language reference, sections 7.2 and 8).</summary>
internal static class Expectations
{
    private static readonly SearchValues<char> PatternCharacters = SearchValues.Create("|()[]<>_%@/\"*^");

    /// <summary>Whether a text in a list is a choice: it has no BML characters, or is no valid BML.</summary>
    public static bool IsChoice(Turn turn, string text) =>
        !LooksLikePattern(text) || !turn.Current.Bot.Patterns.TryGet(text, out _, out _);

    /// <summary>What is wrong with the items of a question, or null.</summary>
    public static string? Problem(Turn turn, Value expecting)
    {
        expecting = Operand.Of(TranslatableValue.Resolve(expecting, turn.Locale));
        return expecting.AsString() is { } text && !turn.Current.Bot.Patterns.TryGet(text, out _, out BmlParseError? problem)
            ? $"expecting: \"{text}\" is no valid pattern: {problem.Message}"
            : null;
    }

    /// <summary>Whether a question accepts a message, and how it matched. Without expectations every message is accepted.</summary>
    public static MessageMatch? Match(Turn turn, Value expecting, RecordValue message)
    {
        expecting = Operand.Of(TranslatableValue.Resolve(expecting, turn.Locale));
        return expecting.IsNil ? MessageMatch.Plain : MatchItem(turn, expecting, message, isInList: false);
    }

    /// <summary>Whether a trigger matches a message; texts are BML wherever they stand.</summary>
    public static MessageMatch? MatchTrigger(Turn turn, Value trigger, RecordValue message)
    {
        trigger = Operand.Of(TranslatableValue.Resolve(trigger, turn.Locale));
        switch (trigger.Kind)
        {
            case ValueKind.String or ValueKind.Atom:
                return turn.Utterances.Match(message, trigger.AsText()!);
            case ValueKind.Record when IsMatcher(trigger.AsRecord()!):
                return turn.Utterances.Match(message, trigger.AsRecord()!);
            case ValueKind.List:
                foreach (Value item in trigger.AsList()!)
                {
                    if (MatchTrigger(turn, item, message) is { } match)
                    {
                        return match;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>Whether a question expects a location: the item or a location widget.</summary>
    public static bool ExpectsLocation(Value expecting) => Any(expecting, static item =>
        item.AsAtom() == "location" || item.AsRecord() is { RecordKind: RecordKind.Widget } widget && ValueText.ToText(widget["type"]) == "location");

    /// <summary>Whether a question expects an upload of a kind.</summary>
    public static bool ExpectsAttachment(Value expecting, string kind) => Any(expecting, item =>
        item.AsAtom() is { } atom && (atom == "attachment" || string.Equals(atom, kind, StringComparison.Ordinal)));

    private static bool Any(Value item, Func<Value, bool> predicate) =>
        predicate(item) || (item.AsList() is { } list && list.Any(member => Any(member, predicate)));

    private static MessageMatch? MatchItem(Turn turn, Value item, RecordValue message, bool isInList)
    {
        item = Operand.Of(TranslatableValue.Resolve(item, turn.Locale));
        switch (item.Kind)
        {
            case ValueKind.String:
                string text = item.AsString()!;
                return isInList && IsChoice(turn, text) ? MatchChoice(turn, text, message) : turn.Utterances.Match(message, text);
            case ValueKind.Integer or ValueKind.Float or ValueKind.Boolean:
                return MatchChoice(turn, ValueText.ToText(item, turn.Locale), message);
            case ValueKind.Atom when !QuickReplies.IsUpload(item.AsAtom()!):
                return MatchChoice(turn, item.AsAtom()!, message);
            case ValueKind.List or ValueKind.Range when Iteration.TryGetItems(item, out ListValue items):
                return MatchList(turn, items, message);
            case ValueKind.Map:
                return MatchMap(turn, item.AsMap()!, message);
            case ValueKind.Record when item.AsRecord()!.RecordKind == RecordKind.Widget:
                return WidgetSubmissions.Accepts(turn, item.AsRecord()!, message) ? MessageMatch.Plain : null;
            case ValueKind.Record when IsMatcher(item.AsRecord()!):
                return turn.Utterances.Match(message, item.AsRecord()!);
            default:
                return null;
        }
    }

    private static MessageMatch? MatchList(Turn turn, ListValue items, RecordValue message)
    {
        foreach (Value item in items)
        {
            if (MatchItem(turn, item, message, isInList: true) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    private static MessageMatch? MatchMap(Turn turn, MapValue map, RecordValue message)
    {
        Value value = Operand.Of(TranslatableValue.Resolve(map["value"], turn.Locale));
        Value title = TranslatableValue.Resolve(map["title"], turn.Locale);
        return (value.IsString ? MatchChoice(turn, value.AsString()!, message) : null)
            ?? (title.IsNil ? null : MatchChoice(turn, ValueText.ToText(title, turn.Locale), message));
    }

    private static MessageMatch? MatchChoice(Turn turn, string choice, RecordValue message) =>
        string.Equals(BaseForm.Of(choice), turn.Utterances.BaseFormOf(message), StringComparison.Ordinal) ? MessageMatch.Plain : null;

    private static bool IsMatcher(RecordValue record) => record.RecordKind is RecordKind.Intent or RecordKind.EntityMatcher;

    private static bool LooksLikePattern(string text)
    {
        if (UtterancePattern.IsLegacy(text) || text.AsSpan().ContainsAny(PatternCharacters))
        {
            return true;
        }

        for (int i = 0; i < text.Length; i++)
        {
            bool beginsWord = i == 0 || char.IsWhiteSpace(text[i - 1]);
            if ((text[i] == '\'' && beginsWord) || (text[i] == '?' && i < text.Length - 1))
            {
                return true;
            }
        }

        return false;
    }
}
