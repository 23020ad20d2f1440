using System.Collections.Immutable;
using System.Net;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Functions on HTML and Markdown, and numbers as people read them (builtin functions, section 3).</summary>
internal static class MarkupFunctions
{
    private const string Topic = TextFunctions.Topic;
    private const int MostDigits = 20;

    public static ImmutableArray<BuiltinFunction> All { get; } =
    [
        new("html_escape", [Declare.Text("text")], "text", "The text with `& < > \" '` as entities.", EscapeHtml)
        {
            Topic = Topic, Example = "html_escape(\"a & <b>\")", ExampleResult = "\"a &amp; &lt;b&gt;\"",
        },
        new(
            "html_strip",
            [Declare.Text("text")],
            "text",
            "The text of HTML: tags removed, entities decoded.",
            static (a, _) => WebUtility.HtmlDecode(HtmlText.RemoveTags(a[0].AsString()!)))
        {
            Topic = Topic, Example = "html_strip(\"<b>a</b>\")", ExampleResult = "\"a\"",
        },
        new("markdown_strip", [Declare.Text("text")], "text", "The plain text of Markdown.", static (a, _) => MarkdownText.Strip(a[0].AsString()!))
        {
            Topic = Topic, Example = "markdown_strip(\"**a**\")", ExampleResult = "\"a\"",
        },
        new(
            "format_number",
            [Declare.Number("num"), Declare.Option("digits", ParameterType.Integer, 0), Declare.Optional("locale", ParameterType.Text, "the conversation's")],
            "text",
            "The number with so many decimals, grouped as the locale does it.",
            FormatNumber)
        {
            Topic = Topic, Example = "format_number(1234.5, 2)", ExampleResult = "\"1,234.50\"",
        },
    ];

    private static Value EscapeHtml(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        BoundedText result = new(context.Limits.TextLength);
        foreach (char character in arguments[0].AsString()!)
        {
            switch (character)
            {
                case '&':
                    result.Append("&amp;");
                    break;
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                case '"':
                    result.Append("&quot;");
                    break;
                case '\'':
                    result.Append("&#39;");
                    break;
                default:
                    result.Append(character);
                    break;
            }
        }

        return result.IsFull ? LimitErrors.Text(context.Limits) : result.ToString();
    }

    private static Value FormatNumber(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        long digits = arguments[1].RawInteger;
        if (digits is < 0 or > MostDigits)
        {
            return FunctionContext.Fail($"digits must be from 0 to {MostDigits}, got {digits}");
        }

        System.Globalization.CultureInfo culture = Locales.CultureOf(arguments[2].AsString() ?? context.Locale.Current);
        string format = "N" + NumberText.Format(digits);
        if (arguments[0].IsInteger)
        {
            return arguments[0].RawInteger.ToString(format, culture);
        }

        double number = arguments[0].RawFloat;
        return Rounding.TryRound(number, (int)digits, out decimal rounded) ? rounded.ToString(format, culture) : number.ToString(format, culture);
    }
}
