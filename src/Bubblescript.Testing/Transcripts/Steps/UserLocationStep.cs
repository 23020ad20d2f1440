namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The user sends a location pin.</summary>
internal sealed record UserLocationStep(StepHead Head, double Latitude, double Longitude) : TranscriptStep(Head);
