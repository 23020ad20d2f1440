using System.Globalization;

namespace Bubblescript.Builtins;

/// <summary>Locales of scripts (<c>nl</c>, <c>nl_BE</c>, <c>nl_BE.FORMAL</c>) as languages and cultures.</summary>
internal static class Locales
{
    /// <summary>The language of a locale, in lower case.</summary>
    public static string LanguageOf(string locale)
    {
        int end = locale.AsSpan().IndexOfAny("_-.");
        return (end < 0 ? locale : locale[..end]).ToLowerInvariant();
    }

    /// <summary>The culture of a locale; English when there is none.</summary>
    public static CultureInfo CultureOf(string locale)
    {
        int dot = locale.IndexOf('.', StringComparison.Ordinal);
        string name = (dot < 0 ? locale : locale[..dot]).Replace('_', '-');
        try
        {
            return name.Length == 0 ? CultureInfo.GetCultureInfo("en") : CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            // Locales are free text; the framework has no other way to ask whether it knows one.
            return CultureInfo.GetCultureInfo("en");
        }
    }
}
