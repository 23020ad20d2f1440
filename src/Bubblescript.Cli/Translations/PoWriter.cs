using System.Text;

namespace Bubblescript.Cli.Translations;

/// <summary>Writes gettext files: UTF-8, one line break per line, texts of several lines as several strings.</summary>
internal static class PoWriter
{
    public static string Write(PoFile file)
    {
        StringBuilder output = new();
        output.Append("msgid \"\"\n");
        AppendText(output, "", "msgstr", $"Language: {file.Language}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n");
        foreach (PoEntry entry in file.Entries)
        {
            Append(output.Append('\n'), entry);
        }

        return output.ToString();
    }

    private static void Append(StringBuilder output, PoEntry entry)
    {
        foreach (string reference in entry.References)
        {
            output.Append("#: ").Append(reference).Append('\n');
        }

        if (entry.IsFuzzy)
        {
            output.Append("#, fuzzy\n");
        }

        string prefix = entry.IsObsolete ? "#~ " : "";
        AppendText(output, prefix, "msgid", entry.Source);
        AppendText(output, prefix, "msgstr", entry.Translation);
    }

    private static void AppendText(StringBuilder output, string prefix, string keyword, string text)
    {
        List<string> lines = SplitAfterBreaks(text);
        output.Append(prefix).Append(keyword).Append(lines.Count > 1 ? " \"\"\n" : " ");
        foreach (string line in lines)
        {
            output.Append(lines.Count > 1 ? prefix : "").Append('"').Append(Escape(line)).Append("\"\n");
        }
    }

    private static List<string> SplitAfterBreaks(string text)
    {
        List<string> lines = [];
        int start = 0;
        for (int end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0 && end < text.Length - 1; end = text.IndexOf('\n', start))
        {
            lines.Add(text[start..(end + 1)]);
            start = end + 1;
        }

        lines.Add(text[start..]);
        return lines;
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal);
}
