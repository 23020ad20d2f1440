namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The user connects without a message.</summary>
internal sealed record UserConnectsStep(StepHead Head) : TranscriptStep(Head);
