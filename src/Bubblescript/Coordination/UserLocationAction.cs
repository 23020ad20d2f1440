namespace Bubblescript.Coordination;

/// <summary>A location pin.</summary>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public sealed record UserLocationAction(double Latitude, double Longitude) : UserAction;
