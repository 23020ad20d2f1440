using System.Text;

namespace Bubblescript.Binding.DataFiles;

/// <summary>Writes a text of a data file, with <c>#{…}</c> as in scripts, as a string literal that the parser reads.</summary>
internal static class InterpolatedText
{
    private const int DeepestNesting = 20;

    /// <summary>The literal: what is outside of interpolations stands for itself.</summary>
    public static string ToLiteral(string text)
    {
        StringBuilder builder = new("\"", text.Length + 2);
        int index = 0;
        while (index < text.Length)
        {
            int end = text[index] == '#' ? FindEnd(text, index, 0) : -1;
            if (end > 0)
            {
                builder.Append(text, index, end - index);
                index = end;
                continue;
            }

            if (text[index] is '\\' or '"' or '#')
            {
                builder.Append('\\');
            }

            builder.Append(text[index++]);
        }

        return builder.Append('"').ToString();
    }

    /// <summary>The index behind the interpolation that begins at an index, or -1 when none does or it has no end.</summary>
    private static int FindEnd(string text, int start, int depth)
    {
        if (depth > DeepestNesting || start + 1 >= text.Length || text[start + 1] != '{')
        {
            return -1;
        }

        int braces = 1;
        for (int i = start + 2; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{':
                    braces++;
                    break;
                case '}' when --braces == 0:
                    return i + 1;
                case '"' or '\'':
                    i = SkipString(text, i, depth);
                    if (i < 0)
                    {
                        return -1;
                    }

                    break;
            }
        }

        return -1;
    }

    private static int SkipString(string text, int start, int depth)
    {
        for (int i = start + 1; i < text.Length; i++)
        {
            if (text[i] == text[start])
            {
                return i;
            }

            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '#' && FindEnd(text, i, depth + 1) is > 0 and var end)
            {
                i = end - 1;
            }
        }

        return -1;
    }
}
