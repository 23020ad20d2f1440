using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Input methods of questions (chat messages, section 6).</summary>
internal static class Widgets
{
    /// <summary>Opens the first widget among what a question expects.</summary>
    public static void Open(Turn turn, Value expecting)
    {
        if (Find(expecting) is { } widget)
        {
            MapValue configuration = ValueNormalizer.Normalize(widget["payload"], turn.Locale).AsMap() ?? MapValue.Empty;
            Outgoing.Send(turn, new InputMethodPayload(ValueText.ToText(widget["type"]), configuration));
        }
    }

    private static RecordValue? Find(Value expecting)
    {
        if (expecting.AsRecord() is { RecordKind: RecordKind.Widget } widget)
        {
            return widget;
        }

        foreach (Value item in expecting.AsList() ?? ListValue.Empty)
        {
            if (Find(item) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
