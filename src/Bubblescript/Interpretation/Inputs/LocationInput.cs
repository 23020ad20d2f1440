namespace Bubblescript.Interpretation.Inputs;

/// <summary>A location pin (execution model, section 5.2).</summary>
internal sealed record LocationInput(double Latitude, double Longitude) : ProcessInput;
