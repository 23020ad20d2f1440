using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>An image, audio, video, file or web page that the bot shows.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Url">Its address.</param>
public sealed record MediaPayload(MediaKind Kind, string Url) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.Media;

    /// <summary>The text shown with it.</summary>
    public string? Caption { get; init; }

    /// <summary>How the client should style it.</summary>
    public string? Class { get; init; }

    /// <summary>What it shows, for those who cannot see it.</summary>
    public string? Alt { get; init; }

    /// <summary>The address of a picture that is shown until it plays.</summary>
    public string? PreviewImage { get; init; }

    /// <summary>What the client offers as answers.</summary>
    public QuickReplyList QuickReplies { get; init; } = QuickReplyList.Empty;

    /// <summary>Its size, as the script gave it; nil when unknown.</summary>
    public Value Size { get; init; }
}
