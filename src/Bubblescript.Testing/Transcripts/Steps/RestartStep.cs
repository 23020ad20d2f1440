namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The host stops and a new one starts on the same store.</summary>
internal sealed record RestartStep(StepHead Head) : TranscriptStep(Head);
