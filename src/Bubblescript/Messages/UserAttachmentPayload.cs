using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>An upload of the user (language reference, section 4.1, <c>attachment</c>).</summary>
/// <param name="Kind">What it is: image, audio, video or file.</param>
/// <param name="Url">Where it is.</param>
public sealed record UserAttachmentPayload(MediaKind Kind, string Url) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.UserAttachment;

    /// <summary>The text that the user gave it, or null.</summary>
    public string? Caption { get; init; }

    /// <summary>The channel's id of the upload, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Free data of the channel, or null.</summary>
    public MapValue? Metadata { get; init; }

    /// <summary>The user, as the channel names it, or null.</summary>
    public string? From { get; init; }
}
