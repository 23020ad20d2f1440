using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts;

/// <summary>Values as a script would write them, so that a report or a tool shows what a check can say.</summary>
internal static class ValueSource
{
    public static string Write(Value value) => value.Kind switch
    {
        ValueKind.Nil => "nil",
        ValueKind.String => ValueJson.ToJson(value),
        ValueKind.Atom => ":" + value.AsAtom(),
        ValueKind.List => $"[{string.Join(", ", value.AsList()!.Select(Write))}]",
        ValueKind.Map => Write(value.AsMap()!),
        ValueKind.Record => Write(value.AsRecord()!),
        _ => ValueText.ToText(value),
    };

    private static string Write(MapValue map) =>
        map.Count == 0 ? "%{}" : $"[{string.Join(", ", map.Select(static entry => $"{WriteKey(entry.Key)}: {Write(entry.Value)}"))}]";

    private static string WriteKey(string key) =>
        StepText.IsName(key) && !key.Contains('-', StringComparison.Ordinal) && char.IsAsciiLetterLower(key[0]) ? key : ValueJson.ToJson(key);

    /// <summary>What a record equals: a message its text, an entity its value.</summary>
    private static string Write(RecordValue record) => record.RecordKind switch
    {
        RecordKind.Message or RecordKind.Sentence or RecordKind.Token => ValueJson.ToJson(ValueText.ToText(record)),
        RecordKind.Entity => Write(record["value"]),
        _ => Write(record.Fields),
    };
}
