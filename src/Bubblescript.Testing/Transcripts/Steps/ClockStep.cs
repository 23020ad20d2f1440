namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The clock moves forward.</summary>
internal sealed record ClockStep(StepHead Head, TimeSpan Duration) : TranscriptStep(Head);
