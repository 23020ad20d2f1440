using System.Collections.Frozen;
using System.Collections.Immutable;
using Bubblescript.Diagnostics;
using Bubblescript.Values;

namespace Bubblescript.Binding.Checks;

/// <summary>Lists the texts without translation for a locale (language reference, section 12).</summary>
internal static class MissingTranslations
{
    public static ImmutableArray<Diagnostic> Find(Bot bot, string locale)
    {
        DiagnosticBag diagnostics = new();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (TranslatableText text in bot.TranslatableTexts)
        {
            if (seen.Add(text.Text) && !HasTranslation(bot, text.Text, locale))
            {
                diagnostics.Report(Descriptors.MissingTranslation, text.Place.Source, text.Place.Span, $"no translation of \"{text.Text}\" for the locale '{locale}'");
            }
        }

        return diagnostics.ToSorted([.. bot.Sources.Files.Select(static file => file.Path)]);
    }

    private static bool HasTranslation(Bot bot, string text, string locale) => LocaleFallback.Of(locale).Any(name =>
        bot.Translations.TryGetValue(name, out FrozenDictionary<string, string>? table) && table.ContainsKey(text));
}
