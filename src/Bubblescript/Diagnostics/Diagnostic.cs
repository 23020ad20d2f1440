using System.Globalization;
using System.Text;

namespace Bubblescript.Diagnostics;

/// <summary>
/// Something that is wrong or doubtful in the files of a bot (language reference, section 11). Immutable and safe for use by several threads.
/// </summary>
/// <param name="Code">The stable code, <c>BS</c> and four digits; documented under <c>docs/diagnostics</c>.</param>
/// <param name="Severity">Whether the bot refuses to run because of it.</param>
/// <param name="File">The file's path relative to the bot, with forward slashes.</param>
/// <param name="Line">The line, 1-based.</param>
/// <param name="Column">The column, 1-based, in UTF-16 units.</param>
/// <param name="Message">What is wrong, in plain English, without the hint.</param>
/// <param name="Hint">What to do about it, for example <c>did you mean 'ask_name'?</c>; null when there is nothing to propose.</param>
/// <param name="SourceLine">The text of the line.</param>
/// <param name="Length">How many characters the caret line underlines, at least 1.</param>
public sealed record Diagnostic(
    string Code,
    DiagnosticSeverity Severity,
    string File,
    int Line,
    int Column,
    string Message,
    string? Hint,
    string SourceLine,
    int Length)
{
    /// <summary>The severity in lower case, as it is printed.</summary>
    public string SeverityName => Severity == DiagnosticSeverity.Error ? "error" : "warning";

    /// <summary>The message followed by the hint, if there is one.</summary>
    public string FullMessage => Hint is null ? Message : $"{Message}; {Hint}";

    /// <summary>
    /// <c>file(line,col): error BS0012: text</c>, the source line and a line with a caret under the place.
    /// </summary>
    public override string ToString()
    {
        StringBuilder builder = new();
        builder.Append(CultureInfo.InvariantCulture, $"{File}({Line},{Column}): {SeverityName} {Code}: {FullMessage}");
        if (SourceLine.Length > 0)
        {
            AppendExcerpt(builder);
        }

        return builder.ToString();
    }

    private void AppendExcerpt(StringBuilder builder)
    {
        const int widest = 120;
        int start = Column > widest ? Column - (widest / 2) : 0;
        string excerpt = SourceLine[Math.Min(start, SourceLine.Length)..];
        excerpt = excerpt.Length > widest ? excerpt[..widest] : excerpt;
        builder.Append("\n    ").Append(excerpt.Replace('\t', ' '));
        int caret = Math.Clamp(Column - 1 - start, 0, excerpt.Length);
        int length = Math.Clamp(Length, 1, Math.Max(1, excerpt.Length - caret));
        builder.Append("\n    ").Append(' ', caret).Append('^', length);
    }
}
