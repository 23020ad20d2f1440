namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The dialog stack must be this, topmost first.</summary>
internal sealed record StackStep(StepHead Head, IReadOnlyList<string> Dialogs) : TranscriptStep(Head);
