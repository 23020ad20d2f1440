namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The user opens a conversation inside a group.</summary>
internal sealed record UserJoinsStep(StepHead Head, string Group) : TranscriptStep(Head);
