using System.Collections.Frozen;
using Bubblescript.Values;

namespace Bubblescript.Storage;

/// <summary>What the property <c>"$"</c> of a saved value says. Part of the format: never change one.</summary>
internal static class StateTags
{
    public const string Key = "$";
    public const string Atom = "atom";
    public const string Range = "range";
    public const string Text = "text";
    public const string Map = "map";

    /// <summary>The time zone in which a message was said, beside its fields; absent for UTC.</summary>
    public const string Zone = "zone";

    private static readonly FrozenDictionary<RecordKind, string> Names = new Dictionary<RecordKind, string>
    {
        [RecordKind.Message] = "message",
        [RecordKind.Entity] = "entity",
        [RecordKind.Intent] = "intent",
        [RecordKind.EntityMatcher] = "entity_matcher",
        [RecordKind.Attachment] = "attachment",
        [RecordKind.Location] = "location",
        [RecordKind.Event] = "event",
        [RecordKind.Sentence] = "sentence",
        [RecordKind.Token] = "token",
        [RecordKind.Error] = "error",
        [RecordKind.Element] = "element",
        [RecordKind.Widget] = "widget",
        [RecordKind.Context] = "context",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, RecordKind> Kinds =
        Names.ToFrozenDictionary(static entry => entry.Value, static entry => entry.Key, StringComparer.Ordinal);

    public static string Of(RecordKind kind) => Names[kind];

    public static bool TryGet(string tag, out RecordKind kind) => Kinds.TryGetValue(tag, out kind);
}
