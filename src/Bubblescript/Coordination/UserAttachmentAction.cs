using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>An upload.</summary>
/// <param name="Kind">Image, audio, video or file.</param>
/// <param name="Url">Where it is.</param>
public sealed record UserAttachmentAction(MediaKind Kind, string Url) : UserAction
{
    /// <summary>The text that the user gave it, or null.</summary>
    public string? Caption { get; init; }

    /// <summary>Free data of the client.</summary>
    public MapValue Metadata { get; init; } = MapValue.Empty;
}
