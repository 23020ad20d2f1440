using System.Text;

namespace Bubblescript.Builtins;

/// <summary>The plain text of Markdown: headings, quotes, bullets, emphasis, code marks, links and images without their signs.</summary>
internal static class MarkdownText
{
    private const int LongestMark = 8192;
    private const string Escapable = "\\`*_{}[]()#+-.!~>|";

    public static string Strip(string markdown)
    {
        StringBuilder result = new(markdown.Length);
        bool isCode = false;
        bool isFirst = true;
        foreach (string line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            string trimmed = line.Trim();
            bool isFence = trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal);
            isCode ^= isFence;
            if (isFence || (!isCode && IsRule(trimmed)))
            {
                continue;
            }

            result.Append(isFirst ? string.Empty : "\n");
            isFirst = false;
            if (isCode)
            {
                result.Append(line);
            }
            else
            {
                StripInline(result, StripBlockMarks(line));
            }
        }

        return result.ToString();
    }

    private static bool IsRule(string line)
    {
        string marks = line.Replace(" ", string.Empty, StringComparison.Ordinal);
        return marks.Length >= 3 && marks[0] is '-' or '*' or '_' or '=' && marks.Length >= 3 && marks.All(mark => mark == marks[0]);
    }

    private static ReadOnlySpan<char> StripBlockMarks(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = line.TrimStart();
        while (rest.StartsWith(">"))
        {
            rest = rest[1..].TrimStart();
        }

        int marks = rest.IndexOfAnyExcept('#');
        if (marks is > 0 and <= 6 && rest[marks] == ' ')
        {
            return rest[marks..].Trim().TrimEnd('#').TrimEnd();
        }

        return rest.Length > 1 && rest[0] is '-' or '*' or '+' && rest[1] == ' ' ? rest[2..].TrimStart() : rest.Length == line.TrimStart().Length ? line : rest;
    }

    private static void StripInline(StringBuilder result, ReadOnlySpan<char> text)
    {
        int position = 0;
        while (position < text.Length)
        {
            ReadOnlySpan<char> rest = text[position..];
            if (rest[0] == '\\' && rest.Length > 1 && Escapable.Contains(rest[1], StringComparison.Ordinal))
            {
                result.Append(rest[1]);
                position += 2;
            }
            else if (rest[0] == '`')
            {
                position += AppendCode(result, rest);
            }
            else if ((rest[0] == '[' || rest.StartsWith("![")) && TryReadLink(rest, out ReadOnlySpan<char> label, out int length))
            {
                StripInline(result, label);
                position += length;
            }
            else if (rest[0] is '*' or '~' or '_' && IsEmphasis(text, position, out int marks))
            {
                position += marks;
            }
            else
            {
                result.Append(rest[0]);
                position++;
            }
        }
    }

    private static int AppendCode(StringBuilder result, ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, LongestMark)];
        int marks = text.IndexOfAnyExcept('`');
        marks = marks < 0 ? text.Length : marks;
        int end = text[marks..].IndexOf(text[..marks]);
        result.Append(end < 0 ? text[..marks] : text.Slice(marks, end).Trim());
        return end < 0 ? marks : marks + end + marks;
    }

    private static bool TryReadLink(ReadOnlySpan<char> text, out ReadOnlySpan<char> label, out int length)
    {
        text = text[..Math.Min(text.Length, LongestMark)];
        int open = text[0] == '!' ? 2 : 1;
        int close = text.IndexOf(']');
        label = default;
        length = 0;
        if (close < open || close + 1 >= text.Length || text[close + 1] != '(')
        {
            return false;
        }

        int end = text[close..].IndexOf(')');
        if (end < 0)
        {
            return false;
        }

        label = text[open..close];
        length = close + end + 1;
        return true;
    }

    /// <summary>Whether the run of marks stands at a word: marks between blanks are signs, and underscores inside words are part of them.</summary>
    private static bool IsEmphasis(ReadOnlySpan<char> text, int position, out int marks)
    {
        char mark = text[position];
        marks = 1;
        while (position + marks < text.Length && text[position + marks] == mark)
        {
            marks++;
        }

        bool blankBefore = position == 0 || char.IsWhiteSpace(text[position - 1]);
        bool blankAfter = position + marks >= text.Length || char.IsWhiteSpace(text[position + marks]);
        bool insideWord = position > 0 && position + marks < text.Length
            && char.IsLetterOrDigit(text[position - 1]) && char.IsLetterOrDigit(text[position + marks]);
        return !(blankBefore && blankAfter) && (mark != '~' || marks == 2) && (mark != '_' || !insideWord) && (mark != '*' || !insideWord || marks > 1);
    }
}
