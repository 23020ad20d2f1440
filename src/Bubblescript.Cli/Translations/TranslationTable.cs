using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bubblescript.Cli.Translations;

/// <summary>
/// A file <c>translations.LOCALE.yml</c> that is changed as little as possible: entries, their order and comments stay as they are written. Immutable.
/// </summary>
/// <param name="Entries">The entries in the order of the file.</param>
/// <param name="Below">The comments and blank lines behind the last entry.</param>
internal sealed record TranslationTable(ImmutableArray<TableEntry> Entries, ImmutableArray<string> Below)
{
    public const string ObsoleteMark = "# obsolete: no script uses this text";

    private const int LongestSimpleKey = 1_000;

    public static TranslationTable Empty { get; } = new([], []);

    /// <summary>The table with entries for all texts that need one, and with marks at those that no script uses.</summary>
    /// <param name="used">All texts of the bot that are marked for translation.</param>
    /// <param name="isTranslated">Whether a text has a translation, from whatever file or locale of the fallback.</param>
    public TranslationTable Update(IReadOnlyCollection<string> used, Func<string, bool> isTranslated)
    {
        HashSet<string> known = Entries.Where(static entry => entry.IsText).Select(static entry => entry.Source).ToHashSet(StringComparer.Ordinal);
        HashSet<string> needed = used.ToHashSet(StringComparer.Ordinal);
        IEnumerable<TableEntry> kept = Entries
            .Select(entry => entry with { IsObsolete = entry.IsText && !needed.Contains(entry.Source) })
            .Where(static entry => !entry.IsObsolete || entry.Translation is not null || !entry.Above.IsEmpty);
        IEnumerable<TableEntry> added = used
            .Where(source => !known.Contains(source) && !isTranslated(source))
            .Select(static source => new TableEntry(source, Translation: null));
        return this with { Entries = [.. kept, .. added] };
    }

    /// <summary>The table with a translation.</summary>
    public TranslationTable Set(string source, string translation)
    {
        for (int i = 0; i < Entries.Length; i++)
        {
            TableEntry entry = Entries[i];
            if (entry.IsText && string.Equals(entry.Source, source, StringComparison.Ordinal))
            {
                return string.Equals(entry.Translation, translation, StringComparison.Ordinal)
                    ? this
                    : this with { Entries = Entries.SetItem(i, entry with { Translation = translation, Written = null }) };
            }
        }

        return this with { Entries = Entries.Add(new TableEntry(source, translation)) };
    }

    public override string ToString()
    {
        StringBuilder text = new();
        foreach (TableEntry entry in Entries)
        {
            Append(text, entry.Above);
            if (entry.IsObsolete)
            {
                text.Append(ObsoleteMark).Append('\n');
            }

            Append(text, entry.Written ?? Write(entry));
        }

        Append(text, Below);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ImmutableArray<string> lines)
    {
        foreach (string line in lines)
        {
            text.Append(line).Append('\n');
        }
    }

    private static ImmutableArray<string> Write(TableEntry entry)
    {
        string key = Quote(entry.Source);
        string value = entry.Translation is { } translation ? $" {Quote(translation)}" : "";
        return key.Length > LongestSimpleKey ? [$"? {key}", $":{value}"] : [$"{key}:{value}"];
    }

    /// <summary>The text as YAML writes it between double quotes. Letters and signs of all languages stay as they are, for people to read.</summary>
    private static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' or '\\' => quoted.Append('\\').Append(rune),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                0x2028 or 0x2029 or 0xFEFF => quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ when Rune.IsControl(rune) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ => quoted.Append(rune),
            };
        }

        return quoted.Append('"').ToString();
    }
}
