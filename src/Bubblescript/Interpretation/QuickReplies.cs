using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>The quick replies that options give (language reference, sections 7.1 and 7.2).</summary>
internal static class QuickReplies
{
    /// <summary>What <c>quick_replies:</c> shows.</summary>
    public static QuickReplyList Of(Turn turn, Value value)
    {
        if (value.IsNil)
        {
            return QuickReplyList.Empty;
        }

        List<QuickReply> replies = [];
        if (Iteration.TryGetItems(TranslatableValue.Resolve(value, turn.Locale), out ListValue items))
        {
            foreach (Value item in items)
            {
                Add(turn, replies, item);
            }
        }
        else
        {
            Add(turn, replies, value);
        }

        return QuickReplyList.From(replies);
    }

    /// <summary>What the items of <c>expecting:</c> show.</summary>
    public static QuickReplyList OfExpecting(Turn turn, Value expecting)
    {
        if (expecting.IsNil)
        {
            return QuickReplyList.Empty;
        }

        List<QuickReply> replies = [];
        AddExpected(turn, replies, expecting, isInList: false);
        return QuickReplyList.From(replies);
    }

    /// <summary>Whether an atom asks for a location or an upload; others are choices of their name.</summary>
    public static bool IsUpload(string name) => UploadKind(name) is not null;

    private static void Add(Turn turn, List<QuickReply> replies, Value item)
    {
        item = TranslatableValue.Resolve(item, turn.Locale);
        if (item.AsMap() is { } map)
        {
            AddMap(turn, replies, map);
        }
        else if (item.AsAtom() is { } atom && UploadKind(atom) is { } kind)
        {
            replies.Add(new QuickReply(kind));
        }
        else if (item.AsRecord() is { RecordKind: RecordKind.Intent or RecordKind.EntityMatcher } record)
        {
            AddLabel(turn, replies, record);
        }
        else if (!item.IsNil)
        {
            replies.Add(QuickReply.FromTitle(ValueText.ToText(item, turn.Locale)));
        }
    }

    private static void AddMap(Turn turn, List<QuickReply> replies, MapValue map)
    {
        string type = ValueText.ToText(map["content_type"], turn.Locale);
        QuickReplyContentType contentType = UploadKind(type) ?? QuickReplyContentType.Text;
        Value title = TranslatableValue.Resolve(map["title"], turn.Locale);
        Value image = TranslatableValue.Resolve(map["image_url"], turn.Locale);
        if (contentType != QuickReplyContentType.Text || !title.IsNil)
        {
            replies.Add(new QuickReply(
                contentType,
                title.IsNil ? null : ValueText.ToText(title, turn.Locale),
                image.IsNil ? null : ValueText.ToText(image, turn.Locale),
                map["capture"].IsNil ? null : ValueText.ToText(map["capture"], turn.Locale)));
        }
    }

    private static void AddExpected(Turn turn, List<QuickReply> replies, Value item, bool isInList)
    {
        item = Operand.Of(TranslatableValue.Resolve(item, turn.Locale));
        switch (item.Kind)
        {
            case ValueKind.List or ValueKind.Range when Iteration.TryGetItems(item, out ListValue members):
                foreach (Value member in members)
                {
                    AddExpected(turn, replies, member, isInList: true);
                }

                break;
            case ValueKind.String when isInList && Expectations.IsChoice(turn, item.AsString()!):
            case ValueKind.Integer or ValueKind.Float or ValueKind.Boolean when isInList:
                replies.Add(QuickReply.FromTitle(ValueText.ToText(item, turn.Locale)));
                break;
            case ValueKind.Atom when UploadKind(item.AsAtom()!) is { } kind:
                replies.Add(new QuickReply(kind));
                break;
            case ValueKind.Atom when isInList:
                replies.Add(QuickReply.FromTitle(item.AsAtom()!));
                break;
            case ValueKind.Map:
                AddMap(turn, replies, item.AsMap()!);
                break;
            case ValueKind.Record when item.AsRecord() is { RecordKind: RecordKind.Intent or RecordKind.EntityMatcher } record:
                AddLabel(turn, replies, record);
                break;
            default:
                break;
        }
    }

    private static void AddLabel(Turn turn, List<QuickReply> replies, RecordValue record)
    {
        Value label = TranslatableValue.Resolve(record["label"], turn.Locale);
        if (!label.IsNil)
        {
            replies.Add(QuickReply.FromTitle(ValueText.ToText(label, turn.Locale)));
        }
    }

    private static QuickReplyContentType? UploadKind(string name) => name switch
    {
        "location" => QuickReplyContentType.Location,
        "image" => QuickReplyContentType.Image,
        "audio" => QuickReplyContentType.Audio,
        "video" => QuickReplyContentType.Video,
        "file" or "attachment" => QuickReplyContentType.File,
        _ => null,
    };
}
