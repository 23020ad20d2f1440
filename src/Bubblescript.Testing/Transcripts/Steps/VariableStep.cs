namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>A variable, path or other expression must equal an expression.</summary>
internal sealed record VariableStep(StepHead Head, string Path, string Expression) : TranscriptStep(Head);
