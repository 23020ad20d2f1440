namespace Bubblescript.Values;

/// <summary>The order in which locales are tried: <c>nl_BE.FORMAL</c>, <c>nl_BE</c>, <c>nl.FORMAL</c>, <c>nl</c> (language reference, section 12).</summary>
internal static class LocaleFallback
{
    public static IEnumerable<string> Of(string locale)
    {
        yield return locale;
        int dot = locale.IndexOf('.', StringComparison.Ordinal);
        string region = dot < 0 ? locale : locale[..dot];
        if (dot >= 0)
        {
            yield return region;
        }

        int underscore = region.IndexOf('_', StringComparison.Ordinal);
        if (underscore >= 0)
        {
            string language = region[..underscore];
            if (dot >= 0)
            {
                yield return language + locale[dot..];
            }

            yield return language;
        }
    }
}
