using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bubblescript.Binding;
using Bubblescript.Diagnostics;
using Bubblescript.Values;

namespace Bubblescript.Cli.Translations;

/// <summary>The texts of a bot and its table for one locale.</summary>
internal sealed class BotTranslations
{
    private readonly Bot _bot;
    private readonly string _locale;
    private readonly string _fileName;
    private readonly string _file;

    /// <param name="bot">The bot.</param>
    /// <param name="folder">The folder that it was loaded from.</param>
    /// <param name="locale">The locale.</param>
    public BotTranslations(Bot bot, string folder, string locale)
    {
        _bot = bot;
        _locale = locale;
        _fileName = bot.Sources.Files.Select(static file => file.Path).FirstOrDefault(IsTable) ?? $"translations.{locale}.yml";
        _file = Path.Combine(folder, _fileName);
        Texts = [.. bot.TranslatableTexts
            .GroupBy(static text => text.Text, StringComparer.Ordinal)
            .Select(static group => (group.Key, group.Select(static text => text.Place.ToString()).Distinct(StringComparer.Ordinal).ToImmutableArray()))];
        Table = File.Exists(_file) ? TranslationTableReader.Read(File.ReadAllText(_file)) : TranslationTable.Empty;
    }

    /// <summary>The table as it is now or will be written.</summary>
    public TranslationTable Table { get; private set; }

    /// <summary>The texts that are marked for translation, each with the places where it stands.</summary>
    private ImmutableArray<(string Source, ImmutableArray<string> References)> Texts { get; }

    /// <summary>Takes over the translations of a gettext file.</summary>
    /// <returns>What was not taken over, and why.</returns>
    /// <exception cref="ToolException">The file is for another locale.</exception>
    public IReadOnlyList<string> Import(PoFile file)
    {
        if (file.Language.Length > 0 && !string.Equals(file.Language.Replace('-', '_'), _locale, StringComparison.OrdinalIgnoreCase))
        {
            throw new ToolException($"the file holds translations for '{file.Language}', not for '{_locale}'; change --locale, or 'Language:' in the file");
        }

        HashSet<string> used = Texts.Select(static text => text.Source).ToHashSet(StringComparer.Ordinal);
        List<string> problems = [];
        foreach (PoEntry entry in file.Entries.Where(static entry => entry.Translation.Length > 0))
        {
            if (entry.IsFuzzy)
            {
                problems.Add(Problem(entry, "is marked as fuzzy"));
            }
            else if (!used.Contains(entry.Source))
            {
                problems.Add(Problem(entry, "is not a text of the bot"));
            }
            else
            {
                Table = Table.Set(entry.Source, entry.Translation);
            }
        }

        return problems;
    }

    /// <summary>Adds what is missing to the table, marks what is obsolete and writes the file.</summary>
    /// <exception cref="ToolException">The bot would not run with the table, or the file cannot be written.</exception>
    public void Save()
    {
        Table = Table.Update([.. Texts.Select(static text => text.Source)], IsTranslated);
        string text = Table.ToString();
        Check(text);
        OutputFile.Write(_file, text);
    }

    /// <summary>What translators get: all texts of the bot, and those of the table that no script uses.</summary>
    public PoFile ToPo()
    {
        Dictionary<string, string> translations = new(_bot.Translations.GetValueOrDefault(_locale) ?? Enumerable.Empty<KeyValuePair<string, string>>(), StringComparer.Ordinal);
        foreach (TableEntry entry in Table.Entries.Where(static entry => entry.Translation is not null))
        {
            translations[entry.Source] = entry.Translation!;
        }

        return new PoFile(_locale,
        [
            .. Texts.Select(text => new PoEntry(text.Source, translations.GetValueOrDefault(text.Source, "")) { References = text.References }),
            .. Table.Entries
                .Where(static entry => entry is { IsObsolete: true, Translation: not null })
                .Select(static entry => new PoEntry(entry.Source, entry.Translation!) { IsObsolete = true }),
        ]);
    }

    /// <summary>One line about the table.</summary>
    public string Describe()
    {
        HashSet<string> known = Table.Entries.Where(static entry => entry.Translation is not null).Select(static entry => entry.Source).ToHashSet(StringComparer.Ordinal);
        int translated = Texts.Count(text => known.Contains(text.Source) || IsTranslated(text.Source));
        int obsolete = Table.Entries.Count(static entry => entry.IsObsolete);
        return string.Create(
            CultureInfo.InvariantCulture, $"{_file}: {translated} translated, {Texts.Length - translated} to translate, {obsolete} obsolete");
    }

    private static string Problem(PoEntry entry, string reason) =>
        string.Create(CultureInfo.InvariantCulture, $"line {entry.Line}: \"{entry.Source}\" {reason} and was left out");

    private bool IsTable(string path) => Path.GetFileName(path) is { } name
        && (name.Equals($"translations.{_locale}.yml", StringComparison.Ordinal) || name.Equals($"translations.{_locale}.yaml", StringComparison.Ordinal));

    private bool IsTranslated(string source) =>
        LocaleFallback.Of(_locale).Any(name => _bot.Translations.TryGetValue(name, out var table) && table.ContainsKey(source));

    /// <summary>A translation can have mistakes in its interpolations, and then the bot would not run any more.</summary>
    private void Check(string table)
    {
        BotFile file = new(_fileName, table);
        ImmutableArray<BotFile> others = [.. _bot.Sources.Files.Where(other => !string.Equals(other.Path, _fileName, StringComparison.Ordinal))];
        if (!Bot.TryBuild(_bot.Sources with { Files = others.Add(file) }, out _, out ImmutableArray<Diagnostic> diagnostics))
        {
            StringBuilder message = new($"nothing was written, as the bot would not run with these translations of {_fileName}:");
            foreach (Diagnostic diagnostic in diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                message.Append('\n').Append(diagnostic);
            }

            throw new ToolException(message.ToString(), ExitCode.Failure);
        }
    }
}
