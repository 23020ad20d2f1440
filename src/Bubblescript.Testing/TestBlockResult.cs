using System.Collections.Immutable;
using Bubblescript.Testing.Transcripts;

namespace Bubblescript.Testing;

/// <summary>What running a <c>test</c> block gave. Immutable and safe for use by several threads.</summary>
/// <param name="Name">The name of the test.</param>
/// <param name="File">The script that it stands in, relative to its bot.</param>
/// <param name="Line">The 1-based line of the script at which it failed; the test's own when it passed.</param>
/// <param name="Failure">What went wrong; null when the test passed.</param>
/// <param name="Rows">The statements of the test and what happened, side by side.</param>
public sealed record TestBlockResult(string Name, string File, int Line, string? Failure, ImmutableArray<TranscriptRow> Rows)
{
    /// <summary>Whether the test passed.</summary>
    public bool Passed => Failure is null;

    /// <summary>One line with the place, the test and the failure, then the test and what happened side by side; for a test that passed, its name and place.</summary>
    public string Report => Failure is null ? $"{Name} ({File}:{Line})" : ReportWriter.Write(File, Line, Name, Failure, Rows);
}
