using System.Buffers;
using System.Text;

namespace Bubblescript.Syntax;

/// <summary>Resolves the escapes of strings and removes the indentation of heredocs.</summary>
internal static class StringDecoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create('\\', '\r', '\n');

    /// <summary>The text that a part of a string stands for.</summary>
    /// <param name="raw">The part as written.</param>
    /// <param name="indentation">How many blanks every line of a heredoc loses.</param>
    /// <param name="atLineStart">Whether the part begins at the start of a line.</param>
    public static string Decode(ReadOnlySpan<char> raw, int indentation = 0, bool atLineStart = false)
    {
        if ((indentation == 0 || !atLineStart) && raw.IndexOfAny(Special) < 0)
        {
            return raw.ToString();
        }

        StringBuilder builder = new(raw.Length);
        int index = atLineStart ? SkipIndentation(raw, 0, indentation) : 0;
        while (index < raw.Length)
        {
            int stop = raw[index..].IndexOfAny(Special);
            if (stop < 0)
            {
                builder.Append(raw[index..]);
                break;
            }

            builder.Append(raw.Slice(index, stop));
            index = DecodeSpecial(raw, index + stop, indentation, builder);
        }

        return builder.ToString();
    }

    private static int DecodeSpecial(ReadOnlySpan<char> raw, int index, int indentation, StringBuilder builder)
    {
        char c = raw[index];
        if (c == '\n')
        {
            builder.Append('\n');
            return SkipIndentation(raw, index + 1, indentation);
        }

        if (c == '\r')
        {
            builder.Append(index + 1 < raw.Length && raw[index + 1] == '\n' ? string.Empty : "\r");
            return index + 1;
        }

        if (index + 1 == raw.Length)
        {
            return index + 1;
        }

        int length = Escapes.Read(raw[index..], out string value);
        builder.Append(value);
        int next = index + (length < 0 ? 2 : length);
        return raw[next - 1] == '\n' ? SkipIndentation(raw, next, indentation) : next;
    }

    private static int SkipIndentation(ReadOnlySpan<char> raw, int index, int indentation)
    {
        int end = Math.Min(raw.Length, index + indentation);
        while (index < end && raw[index] != '\n' && CharacterClasses.IsBlank(raw[index]))
        {
            index++;
        }

        return index;
    }
}
