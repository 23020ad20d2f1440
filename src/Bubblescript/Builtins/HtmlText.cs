using System.Text;

namespace Bubblescript.Builtins;

/// <summary>The text of HTML.</summary>
internal static class HtmlText
{
    private const int LongestTag = 4096;

    /// <summary>Removes tags, comments, scripts and styles; a <c>&lt;</c> that begins no tag stays.</summary>
    public static string RemoveTags(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
        {
            return html;
        }

        StringBuilder text = new(html.Length);
        int position = 0;
        int lastClose = html.LastIndexOf('>');
        while (position < html.Length)
        {
            int start = html.IndexOf('<', position);
            if (start < 0 || start > lastClose)
            {
                break;
            }

            text.Append(html, position, start - position);
            int end = EndOfTag(html, start);
            if (end < 0)
            {
                text.Append('<');
                end = start + 1;
            }

            position = end;
        }

        return text.Append(html, position, html.Length - position).ToString();
    }

    private static int EndOfTag(string html, int start)
    {
        ReadOnlySpan<char> rest = html.AsSpan(start);
        if (rest.StartsWith("<!--"))
        {
            return EndOf(html, "-->", start);
        }

        if (rest.Length < 3 || !(char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?'))
        {
            return -1;
        }

        foreach (string element in (ReadOnlySpan<string>)["script", "style"])
        {
            if (rest[1..].StartsWith(element, StringComparison.OrdinalIgnoreCase) && rest.Length > element.Length + 1 && rest[element.Length + 1] is '>' or ' ' or '\n')
            {
                int close = html.IndexOf("</" + element, start, StringComparison.OrdinalIgnoreCase);
                return close < 0 ? html.Length : EndOf(html, ">", close);
            }
        }

        return EndOfQuoted(html, start);
    }

    /// <summary>The end of a tag; attributes in quotes may have <c>&gt;</c>.</summary>
    private static int EndOfQuoted(string html, int start)
    {
        int first = html.IndexOf('>', start);
        char quote = '\0';
        for (int i = start + 1; i < Math.Min(html.Length, start + LongestTag); i++)
        {
            char character = html[i];
            if (quote == '\0' && character == '>')
            {
                return i + 1;
            }

            if (quote == character)
            {
                quote = '\0';
            }
            else if (quote == '\0' && character is '"' or '\'' && html[i - 1] == '=')
            {
                quote = character;
            }
        }

        return first + 1;
    }

    private static int EndOf(string html, string mark, int start)
    {
        int end = html.IndexOf(mark, start, StringComparison.Ordinal);
        return end < 0 ? html.Length : end + mark.Length;
    }
}
