namespace Bubblescript.Messages;

/// <summary>A place that the bot shows.</summary>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public sealed record LocationPayload(double Latitude, double Longitude) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.Location;

    /// <summary>How close the map is, 1 (the world) to 20 (a building).</summary>
    public long? Zoom { get; init; }

    /// <summary><c>roadmap</c>, <c>satellite</c>, <c>terrain</c> or <c>hybrid</c>.</summary>
    public string? MapType { get; init; }

    /// <summary>How the client should style it.</summary>
    public string? Class { get; init; }

    /// <summary>What the client offers as answers.</summary>
    public QuickReplyList QuickReplies { get; init; } = QuickReplyList.Empty;
}
