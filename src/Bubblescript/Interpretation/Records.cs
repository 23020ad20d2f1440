using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Makes the records of inputs (language reference, section 5).</summary>
internal static class Records
{
    public static RecordValue Event(string name, Value payload, string? sender) =>
        new(RecordKind.Event, MapValue.OwnDistinct([new("name", name), new("payload", payload), new("sender", sender)]));

    public static RecordValue Location(double latitude, double longitude) =>
        new(RecordKind.Location, MapValue.From(("lat", latitude), ("lon", longitude)));

    public static RecordValue Attachment(string type, string url, string? caption, string? id, MapValue metadata, string? from) => new(
        RecordKind.Attachment,
        MapValue.From(("type", type), ("url", url), ("caption", caption), ("id", id), ("metadata", metadata), ("from", from)));
}
