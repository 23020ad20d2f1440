using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Texts made of the items of lists.</summary>
internal static class ListTexts
{
    public static Value Join(ReadOnlySpan<Value> arguments, FunctionContext context) =>
        Join(arguments[0].AsList()!, arguments[1].AsString()!, lastJoiner: null, context);

    public static Value JoinAnd(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        string word = arguments[1].AsString() ?? WordFor(context.Locale.Current);
        return Join(arguments[0].AsList()!, ", ", $" {word} ", context);
    }

    private static Value Join(ListValue list, string joiner, string? lastJoiner, FunctionContext context)
    {
        BoundedText text = new(context.Limits.TextLength);
        for (int i = 0; i < list.Count && !text.IsFull; i++)
        {
            if (i > 0)
            {
                text.Append(i == list.Count - 1 ? lastJoiner ?? joiner : joiner);
            }

            ValueText.Write(text, list[i], context.Locale);
        }

        return text.IsFull ? LimitErrors.Text(context.Limits) : text.ToString();
    }

    private static string WordFor(string locale) => Locales.LanguageOf(locale) switch
    {
        "en" => "and",
        "nl" => "en",
        "de" => "und",
        "fr" => "et",
        "es" => "y",
        "it" => "e",
        "pt" => "e",
        _ => "&",
    };
}
