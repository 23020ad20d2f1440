using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The client sends an event.</summary>
internal sealed record UserEventStep(StepHead Head, string Name, Value Payload) : TranscriptStep(Head);
