namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>A line that is no step.</summary>
internal sealed record InvalidStep(StepHead Head, string Problem) : TranscriptStep(Head);
