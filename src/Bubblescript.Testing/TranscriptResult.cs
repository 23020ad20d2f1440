using System.Collections.Immutable;
using Bubblescript.Testing.Transcripts;

namespace Bubblescript.Testing;

/// <summary>What running a <see cref="TranscriptCase"/> gave. Immutable and safe for use by several threads.</summary>
/// <param name="Case">The case.</param>
/// <param name="Failure">What went wrong; null when the case passed.</param>
/// <param name="Line">The 1-based line of the transcript at which it went wrong; the case's own when it passed.</param>
/// <param name="Rows">The expected and the actual conversation, side by side.</param>
public sealed record TranscriptResult(TranscriptCase Case, string? Failure, int Line, ImmutableArray<TranscriptRow> Rows)
{
    /// <summary>Whether everything happened as the transcript says.</summary>
    public bool Passed => Failure is null;

    /// <summary>One line with the place, the case and the failure, then both conversations side by side; for a case that passed, its name and place.</summary>
    public string Report => Failure is null ? Case.ToString() : ReportWriter.Write(Case.Path, Line, Case.Name, Failure, Rows);
}
