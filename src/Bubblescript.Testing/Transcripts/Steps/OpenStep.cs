namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>Says whether a conversation is opened before the first line.</summary>
internal sealed record OpenStep(StepHead Head, bool IsOpened) : TranscriptStep(Head);
