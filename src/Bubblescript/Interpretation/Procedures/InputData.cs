using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Interpretation.Procedures;

/// <summary>Keeps the input that picks a conversation up across the wait of an <c>__init__</c> task.</summary>
internal static class InputData
{
    public static MapValue Encode(ProcessInput input) => input switch
    {
        MessageInput message => MapValue.From(
            ("input", "message"),
            ("id", message.Id),
            ("text", message.Text),
            ("type", message.Type),
            ("data", message.Data),
            ("input_type", message.InputType),
            ("metadata", message.Metadata)),
        LocationInput location => MapValue.From(("input", "location"), ("lat", location.Latitude), ("lon", location.Longitude)),
        AttachmentInput attachment => MapValue.From(
            ("input", "attachment"),
            ("id", attachment.Id),
            ("type", attachment.Type),
            ("url", attachment.Url),
            ("caption", attachment.Caption),
            ("metadata", attachment.Metadata)),
        _ => MapValue.Empty,
    };

    /// <summary>The input again; null for a connect without message.</summary>
    public static ProcessInput? Decode(MapValue data) => data["input"].AsString() switch
    {
        "message" => new MessageInput(
            data["text"].AsString() ?? "",
            data["type"].AsString() ?? "text",
            data["data"],
            data["input_type"].AsString() ?? "keyboard",
            data["metadata"].AsMap() ?? MapValue.Empty)
        { Id = data["id"].AsString() },
        "location" => new LocationInput(data["lat"].AsDouble() ?? 0, data["lon"].AsDouble() ?? 0),
        "attachment" => new AttachmentInput(
            data["type"].AsString() ?? "",
            data["url"].AsString() ?? "",
            data["caption"].AsString(),
            data["metadata"].AsMap() ?? MapValue.Empty)
        { Id = data["id"].AsString() },
        _ => null,
    };
}
