using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The user submits a widget.</summary>
internal sealed record UserDataStep(StepHead Head, string Type, string Message, Value Data) : TranscriptStep(Head);
