namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The entered dialogs must be these, latest first.</summary>
internal sealed record HistoryStep(StepHead Head, IReadOnlyList<string> Dialogs) : TranscriptStep(Head);
