using System.Globalization;
using System.Text;

namespace Bubblescript.Coordination.Mail;

/// <summary>Text as ASCII: encoded words in headers (RFC 2047), quoted-printable in bodies (RFC 2045).</summary>
internal static class MailEncoding
{
    private const int LongestEncodedWord = 39;
    private const int LongestLine = 76;

    /// <summary>A header value on one or more lines; control characters become blanks, so that no value can begin a header of its own.</summary>
    public static string EncodeHeader(string text)
    {
        string clean = string.Create(text.Length, text, static (target, source) =>
        {
            for (int i = 0; i < source.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
        if (Ascii.IsValid(clean) && clean.Length <= 900 && !clean.Contains("=?", StringComparison.Ordinal))
        {
            return clean;
        }

        StringBuilder words = new();
        StringBuilder word = new();
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(clean);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            if (word.Length > 0 && Encoding.UTF8.GetByteCount(word.ToString()) + Encoding.UTF8.GetByteCount(element) > LongestEncodedWord)
            {
                AppendWord(words, word);
            }

            word.Append(element);
        }

        AppendWord(words, word);
        return words.ToString();
    }

    /// <summary>A body in quoted-printable lines.</summary>
    public static string EncodeBody(string text)
    {
        StringBuilder result = new(text.Length + 16);
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                result.Append("\r\n");
            }

            AppendLine(result, Encoding.UTF8.GetBytes(lines[i]));
        }

        return result.ToString();
    }

    private static void AppendWord(StringBuilder words, StringBuilder word)
    {
        if (word.Length == 0)
        {
            return;
        }

        words.Append(words.Length == 0 ? "" : "\r\n ")
            .Append("=?utf-8?B?").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(word.ToString()))).Append("?=");
        word.Clear();
    }

    private static void AppendLine(StringBuilder result, byte[] line)
    {
        int column = 0;
        for (int i = 0; i < line.Length; i++)
        {
            byte value = line[i];
            bool isLast = i == line.Length - 1;
            bool isPlain = value is > 32 and < 127 && value != '=' || (value is 32 or 9 && !isLast);
            int width = isPlain ? 1 : 3;
            if (column + width > LongestLine - (isLast ? 0 : 1))
            {
                result.Append("=\r\n");
                column = 0;
            }

            if (isPlain)
            {
                result.Append((char)value);
            }
            else
            {
                result.Append('=').Append(value.ToString("X2", CultureInfo.InvariantCulture));
            }

            column += width;
        }
    }
}
