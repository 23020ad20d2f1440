using System.Globalization;
using System.Text;

namespace Bubblescript.Testing.Transcripts;

/// <summary>Writes the report of a case that failed.</summary>
internal static class ReportWriter
{
    private const int WidestColumn = 60;
    private const string ExpectedTitle = "expected";
    private const string ActualTitle = "happened";

    public static string Write(string path, int line, string name, string failure, IReadOnlyCollection<TranscriptRow> rows)
    {
        StringBuilder report = new();
        report.Append(CultureInfo.InvariantCulture, $"{path}:{line}: {name}: {failure}");
        if (rows.Count > 0)
        {
            WriteTable(report, rows);
        }

        return report.ToString();
    }

    private static void WriteTable(StringBuilder report, IReadOnlyCollection<TranscriptRow> rows)
    {
        int width = Math.Min(WidestColumn, rows.Max(static row => row.Expected.Length));
        width = Math.Max(width, ExpectedTitle.Length);
        int lineWidth = Math.Min(WidestColumn, Math.Max(ActualTitle.Length, rows.Max(static row => row.Actual.Length)));
        report.Append($"\n    {ExpectedTitle.PadRight(width)} | {ActualTitle}");
        report.Append($"\n    {new string('-', width)}-+-{new string('-', lineWidth)}");
        foreach (TranscriptRow row in rows)
        {
            WriteRow(report, row, width);
        }
    }

    private static void WriteRow(StringBuilder report, TranscriptRow row, int width)
    {
        string[] expected = Wrap(row.Expected);
        string[] actual = Wrap(row.Actual);
        for (int i = 0; i < Math.Max(expected.Length, actual.Length); i++)
        {
            string left = i < expected.Length ? expected[i] : "";
            string right = i < actual.Length ? actual[i] : "";
            string line = $"  {(row.IsFailure && i == 0 ? '>' : ' ')} {left.PadRight(width)} | {right}";
            report.Append('\n').Append(line.TrimEnd());
        }
    }

    private static string[] Wrap(string text)
    {
        if (text.Length <= WidestColumn)
        {
            return [text];
        }

        List<string> lines = [];
        string rest = text;
        while (rest.Length > WidestColumn)
        {
            int blank = rest.LastIndexOf(' ', WidestColumn - 1, WidestColumn / 2);
            int length = blank < 0 ? WidestColumn : blank + 1;
            length = char.IsHighSurrogate(rest[length - 1]) ? length - 1 : length;
            lines.Add(rest[..length].TrimEnd());
            rest = "    " + rest[length..];
        }

        return [.. lines, rest];
    }
}
