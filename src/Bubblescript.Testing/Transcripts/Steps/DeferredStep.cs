namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>A line with <c>{name}</c>, which is read when the name has its text.</summary>
internal sealed record DeferredStep(StepHead Head, StepLines Lines) : TranscriptStep(Head);
