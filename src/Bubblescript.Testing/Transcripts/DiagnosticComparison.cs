using System.Collections.Immutable;
using System.Globalization;
using Bubblescript.Diagnostics;

namespace Bubblescript.Testing.Transcripts;

/// <summary>Compares the diagnostics that a case expects with those that were reported.</summary>
internal static class DiagnosticComparison
{
    public static TranscriptResult Compare(TranscriptCase transcriptCase, ImmutableArray<ExpectedDiagnostic> expected, ImmutableArray<Diagnostic> actual)
    {
        List<Diagnostic> rest = [.. actual];
        CaseRows rows = new();
        (int Line, string Text)? failure = null;
        foreach (ExpectedDiagnostic line in expected)
        {
            int index = rest.FindIndex(line.Matches);
            if (index < 0)
            {
                failure ??= (line.Source.Number, $"expected '{line.Source.Text.Trim()}', but it was not reported");
                rows.Add([line.Source.Text.Trim()], [], isFailure: true);
            }
            else
            {
                rows.Add([line.Source.Text.Trim()], [Describe(rest[index])]);
                rest.RemoveAt(index);
            }
        }

        foreach (Diagnostic diagnostic in rest)
        {
            failure ??= (LineOf(transcriptCase, diagnostic), $"'{Describe(diagnostic)}' is not listed");
            rows.Add([], [Describe(diagnostic)], isFailure: true);
        }

        return new TranscriptResult(transcriptCase, failure?.Text, failure?.Line ?? transcriptCase.Line, rows.ToImmutable());
    }

    /// <summary>The line of the transcript that a diagnostic is about; the case's own when its file does not stand there.</summary>
    public static int LineOf(TranscriptCase transcriptCase, Diagnostic diagnostic) => LineOf(transcriptCase, diagnostic.File, diagnostic.Line);

    /// <summary>The line of the transcript for a line of one of its scripts; the case's own when the file does not stand there.</summary>
    public static int LineOf(TranscriptCase transcriptCase, string path, int line)
    {
        ScriptFile? file = transcriptCase.Content.Bots
            .SelectMany(static bot => bot.Files)
            .FirstOrDefault(file => string.Equals(file.Path, path, StringComparison.Ordinal));
        return file is null ? transcriptCase.Line : file.FirstLine + line - 1;
    }

    private static string Describe(Diagnostic diagnostic) =>
        string.Create(CultureInfo.InvariantCulture, $"{diagnostic.SeverityName} {diagnostic.Line}:{diagnostic.Column} {diagnostic.FullMessage}");
}
