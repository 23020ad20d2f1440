using Bubblescript.Messages;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The user uploads a file.</summary>
internal sealed record UserAttachmentStep(StepHead Head, MediaKind Kind, string Url) : TranscriptStep(Head);
