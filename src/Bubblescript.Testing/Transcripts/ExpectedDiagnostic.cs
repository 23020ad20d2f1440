using System.Globalization;
using System.Text.RegularExpressions;
using Bubblescript.Diagnostics;

namespace Bubblescript.Testing.Transcripts;

/// <summary>A line of a diagnostics block.</summary>
/// <param name="Source">The line.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="File">The file, when the line names one.</param>
/// <param name="Line">The 1-based line of the script.</param>
/// <param name="Column">The 1-based column.</param>
/// <param name="Words">What must occur in the message, in this order.</param>
internal sealed partial record ExpectedDiagnostic(
    TranscriptLine Source,
    string Severity,
    string? File,
    int Line,
    int Column,
    IReadOnlyList<string> Words)
{
    public static ExpectedDiagnostic? TryParse(TranscriptLine source)
    {
        Match match = Form().Match(source.Text);
        return !match.Success
            ? null
            : new ExpectedDiagnostic(
                source,
                match.Groups["severity"].Value,
                match.Groups["file"].Success ? match.Groups["file"].Value : null,
                int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["column"].ValueSpan, CultureInfo.InvariantCulture),
                [.. match.Groups["rest"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(static word => word is not ("…" or "..."))]);
    }

    public bool Matches(Diagnostic diagnostic) =>
        string.Equals(diagnostic.SeverityName, Severity, StringComparison.Ordinal)
        && diagnostic.Line == Line
        && diagnostic.Column == Column
        && (File is null || string.Equals(diagnostic.File, File, StringComparison.Ordinal))
        && ContainsWords(diagnostic.FullMessage);

    private bool ContainsWords(string message)
    {
        int position = 0;
        foreach (string word in Words)
        {
            int found = message.IndexOf(word, position, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            position = found + word.Length;
        }

        return true;
    }

    [GeneratedRegex(@"^\s*(?<severity>error|warning)\s+((?<file>\S+):)?(?<line>\d{1,9}):(?<column>\d{1,9})(\s+(?<rest>.*))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
