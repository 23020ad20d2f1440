using System.Globalization;
using System.Text;

namespace Bubblescript.Values;

/// <summary>Values as error messages show them: the type and the value as one would write it in a script, cut to a readable length.</summary>
internal static class ValueDescription
{
    private const int LongestText = 60;

    /// <summary>For example <c>string ("abc")</c>.</summary>
    public static string Describe(Value value) => $"{TypeNames.Of(value)} ({Format(value)})";

    /// <summary>The value as source text of about <paramref name="maximumLength"/> characters at most.</summary>
    public static string Format(Value value, int maximumLength = LongestText)
    {
        StringBuilder builder = new();
        Write(builder, value, maximumLength, depth: 0);
        return builder.ToString();
    }

    private static void Write(StringBuilder target, Value value, int maximum, int depth)
    {
        switch (value.Kind)
        {
            case ValueKind.Nil:
                target.Append("nil");
                break;
            case ValueKind.String:
                WriteText(target, value.AsString()!, maximum);
                break;
            case ValueKind.Atom:
                target.Append(':').Append(value.AsAtom());
                break;
            case ValueKind.List:
                WriteList(target, value.AsList()!, maximum, depth);
                break;
            case ValueKind.Map:
                WriteMap(target, value.AsMap()!, maximum, depth);
                break;
            case ValueKind.Record:
                WriteText(target, ValueText.ToText(value, maximumLength: maximum), maximum);
                break;
            default:
                target.Append(ValueText.ToText(value));
                break;
        }
    }

    private static void WriteList(StringBuilder target, ListValue list, int maximum, int depth)
    {
        target.Append('[');
        for (int i = 0; i < list.Count; i++)
        {
            target.Append(i == 0 ? string.Empty : ", ");
            if (IsLongEnough(target, maximum, depth))
            {
                target.Append('…');
                break;
            }

            Write(target, list[i], maximum, depth + 1);
        }

        target.Append(']');
    }

    private static void WriteMap(StringBuilder target, MapValue map, int maximum, int depth)
    {
        target.Append("%{");
        bool first = true;
        foreach (KeyValuePair<string, Value> entry in map.AsSpan())
        {
            target.Append(first ? string.Empty : ", ");
            first = false;
            if (IsLongEnough(target, maximum, depth))
            {
                target.Append('…');
                break;
            }

            if (IsName(entry.Key))
            {
                target.Append(entry.Key);
            }
            else
            {
                WriteText(target, entry.Key, maximum);
            }

            target.Append(": ");
            Write(target, entry.Value, maximum, depth + 1);
        }

        target.Append('}');
    }

    private static bool IsLongEnough(StringBuilder target, int maximum, int depth) => target.Length >= maximum || depth >= 16;

    private static bool IsName(string key) =>
        key.Length > 0 && (char.IsAsciiLetter(key[0]) || key[0] == '_') && key.All(static character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private static void WriteText(StringBuilder target, string text, int maximum)
    {
        target.Append('"');
        int length = 0;
        foreach (string element in StringElements(text))
        {
            if (length >= maximum)
            {
                target.Append('…');
                break;
            }

            target.Append(element switch
            {
                "\n" or "\r\n" => "\\n",
                "\r" => "\\r",
                "\t" => "\\t",
                "\"" => "\\\"",
                "\\" => "\\\\",
                _ => element,
            });
            length += element.Length;
        }

        target.Append('"');
    }

    private static IEnumerable<string> StringElements(string text)
    {
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }
}
