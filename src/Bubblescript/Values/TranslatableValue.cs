namespace Bubblescript.Values;

/// <summary>
/// Maps with <c>$i18n: true</c> and an entry per locale (language reference, section 6). Fallback: the full locale, its parts (<c>nl_BE.FORMAL</c>,
/// <c>nl_BE</c>, <c>nl.FORMAL</c>, <c>nl</c>), the same for the bot's locale, the first entry.
/// </summary>
internal static class TranslatableValue
{
    private const string Mark = "$i18n";

    public static bool IsTranslatable(MapValue map) =>
        map.Count > 0 && map.TryGetValue(Mark, out Value mark) && mark.IsBoolean && mark.IsTruthy;

    /// <summary>The entry for the locale when the value is translatable, else the value.</summary>
    public static Value Resolve(Value value, LocaleContext locale)
    {
        for (int i = 0; i < 8 && value.AsMap() is { } map && IsTranslatable(map); i++)
        {
            value = Choose(map, locale);
        }

        return value;
    }

    /// <summary>The locale and what it falls back to, from the most exact on.</summary>
    public static IEnumerable<string> Fallbacks(string locale)
    {
        yield return locale;
        int dot = locale.IndexOf('.', StringComparison.Ordinal);
        string plain = dot < 0 ? locale : locale[..dot];
        string suffix = dot < 0 ? string.Empty : locale[dot..];
        int separator = plain.IndexOfAny(['_', '-']);
        string language = separator < 0 ? plain : plain[..separator];
        if (dot >= 0)
        {
            yield return plain;
        }

        if (separator >= 0)
        {
            if (dot >= 0)
            {
                yield return language + suffix;
            }

            yield return language;
        }
    }

    private static Value Choose(MapValue map, LocaleContext locale)
    {
        foreach (string name in Fallbacks(locale.Current).Concat(Fallbacks(locale.Default)))
        {
            if (map.TryGetValue(name, out Value value) && !value.IsNil)
            {
                return value;
            }
        }

        foreach (KeyValuePair<string, Value> entry in map.AsSpan())
        {
            if (!string.Equals(entry.Key, Mark, StringComparison.Ordinal))
            {
                return entry.Value;
            }
        }

        return default;
    }
}
