namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>Keeps the text of an expression as <c>{name}</c>.</summary>
internal sealed record LetStep(StepHead Head, string Name, string Expression) : TranscriptStep(Head);
