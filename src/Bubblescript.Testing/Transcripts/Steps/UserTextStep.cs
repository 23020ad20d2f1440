namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The user sends a text.</summary>
internal sealed record UserTextStep(StepHead Head, string Message) : TranscriptStep(Head);
