namespace Bubblescript.Messages;

/// <summary>A location pin of the user.</summary>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public sealed record UserLocationPayload(double Latitude, double Longitude) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.UserLocation;
}
