using System.Collections.Immutable;

namespace Bubblescript.Testing.Transcripts;

/// <summary>What a case consists of.</summary>
/// <param name="Bots">The bots of the workspace, the default one first; none when the bot in the transcript's folder is meant.</param>
/// <param name="Steps">The conversation.</param>
/// <param name="Diagnostics">The diagnostics that must be reported; null when the case does not say.</param>
/// <param name="Problems">What is wrong with the transcript itself.</param>
internal sealed record CaseContent(
    ImmutableArray<CaseBot> Bots,
    ImmutableArray<TranscriptStep> Steps,
    ImmutableArray<ExpectedDiagnostic>? Diagnostics,
    ImmutableArray<TranscriptLine> Problems);
