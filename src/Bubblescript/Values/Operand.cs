namespace Bubblescript.Values;

/// <summary>What records stand for as operands (language reference, section 3.1): an entity for its value, a message, sentence or token for its text.</summary>
internal static class Operand
{
    private const int LongestChain = 16;

    public static Value Of(Value value)
    {
        for (int i = 0; i < LongestChain; i++)
        {
            if (value.AsRecord() is not { } record)
            {
                return value;
            }

            if (IsText(record))
            {
                return TextOf(record);
            }

            if (record.RecordKind != RecordKind.Entity)
            {
                return value;
            }

            value = record["value"];
        }

        return value;
    }

    /// <summary>Whether the record is what the reference calls <em>text</em>.</summary>
    public static bool IsText(RecordValue record) => record.RecordKind is RecordKind.Message or RecordKind.Sentence or RecordKind.Token;

    /// <summary>The text of a message, sentence or token.</summary>
    public static string TextOf(RecordValue record) => record.RecordKind == RecordKind.Token
        ? (record["raw"].AsString() ?? record["value"].AsString() ?? string.Empty).TrimEnd()
        : record["text"].AsString() ?? Convert(record["text"]);

    /// <summary>The text of what a script wrote to the field: <c>message.text = 5</c>.</summary>
    private static string Convert(Value text)
    {
        for (int i = 0; i < LongestChain && text.AsRecord() is { RecordKind: RecordKind.Message or RecordKind.Sentence } record; i++)
        {
            text = record["text"];
        }

        return text.AsRecord() is { } other && IsText(other) ? string.Empty : ValueText.ToText(text);
    }
}
