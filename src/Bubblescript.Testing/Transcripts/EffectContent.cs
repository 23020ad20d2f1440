using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts;

/// <summary>How a transcript names a side effect and what it says of it.</summary>
internal static class EffectContent
{
    public static (string Kind, Value Content) Of(SideEffectPayload effect) => effect.Kind switch
    {
        "tag" or "untag" => (effect.Kind, Text(effect.Data["tag"])),
        "react" => ("react", Text(effect.Data["reaction"])),
        "annotation" => OfAnnotation(effect.Data),
        _ => (effect.Kind, effect.Data),
    };

    private static (string Kind, Value Content) OfAnnotation(MapValue data) => Text(data["type"]).AsString() switch
    {
        "create_note" => ("note", Text(data["message"])),
        "mail" or "sms_notify" => (data["type"].AsString()!, data["payload"].AsMap() is { } payload ? payload : data),
        string type => (type, Text(data["message"])),
        null => ("annotation", data),
    };

    private static Value Text(Value value) => value.IsNil ? "" : ValueText.ToText(value);
}
