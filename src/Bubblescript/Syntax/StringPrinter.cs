using System.Text;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Syntax;

/// <summary>Prints strings with the escapes that they need.</summary>
internal sealed class StringPrinter(StringBuilder builder)
{
    /// <summary>Prints a string in its own style; interpolations as they were written.</summary>
    /// <param name="text">The string.</param>
    /// <param name="writeCode">Prints the code of an interpolation that the source content does not tell, and its closing brace.</param>
    public void Write(StringExpression text, Action<Expression> writeCode)
    {
        string mark = text.Style switch
        {
            StringStyle.Double => "\"",
            StringStyle.Single => "'",
            StringStyle.DoubleHeredoc => "\"\"\"",
            _ => "'''",
        };
        bool isHeredoc = mark.Length == 3;
        builder.Append(text.IsTranslatable ? "_" : string.Empty).Append(mark).Append(isHeredoc ? "\n" : string.Empty);
        WriteParts(text, writeCode);
        if (isHeredoc && !text.Parts.IsEmpty && text.Parts[^1] is not TextPart { Text: [.., '\n'] })
        {
            builder.Append("\\\n");
        }

        builder.Append(mark);
    }

    /// <summary>Prints a text in double quotes.</summary>
    public void WriteQuoted(string text)
    {
        builder.Append('"');
        WriteText(text, StringStyle.Double);
        builder.Append('"');
    }

    public void WriteText(string text, StringStyle style)
    {
        bool isHeredoc = style is StringStyle.DoubleHeredoc or StringStyle.SingleHeredoc;
        char quote = style is StringStyle.Double or StringStyle.DoubleHeredoc ? '"' : '\'';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '\\':
                    builder.Append("\\\\");
                    break;
                case '\n' when !isHeredoc:
                    builder.Append("\\n");
                    break;
                case '\t' when !isHeredoc:
                    builder.Append("\\t");
                    break;
                case '\r':
                    builder.Append("\\r");
                    break;
                case '\0':
                    builder.Append("\\0");
                    break;
                case '#' when i + 1 < text.Length && text[i + 1] == '{':
                    builder.Append("\\#");
                    break;
                default:
                    bool isMark = isHeredoc && i + 2 < text.Length && text[i + 1] == quote && text[i + 2] == quote;
                    builder.Append(c == quote && (!isHeredoc || isMark) ? "\\" : string.Empty).Append(c);
                    break;
            }
        }
    }

    private void WriteParts(StringExpression text, Action<Expression> writeCode)
    {
        int position = 0;
        foreach (StringPart part in text.Parts)
        {
            if (part is TextPart plain)
            {
                WriteText(plain.Text, text.Style);
                position += plain.Text.Length;
            }
            else if (part is InterpolationPart interpolation)
            {
                position = WriteInterpolation(text.SourceContent, position, interpolation, writeCode);
            }
        }
    }

    private int WriteInterpolation(string source, int position, InterpolationPart interpolation, Action<Expression> writeCode)
    {
        int end = position <= source.Length && source.AsSpan(position).StartsWith("#{")
            ? new StringScanner(source, distrustsLines: false).FindInterpolationEnd(position + 2)
            : -1;
        if (end > 0)
        {
            builder.Append(source, position, end - position);
            return end;
        }

        builder.Append("#{");
        if (interpolation.Expression is null)
        {
            builder.Append('}');
        }
        else
        {
            writeCode(interpolation.Expression);
        }

        return position;
    }
}
