using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Bubblescript.Binding;
using Bubblescript.Cli.Translations;

namespace Bubblescript.Cli.Commands;

/// <summary><c>bubble i18n</c>: the tables of translations of bots.</summary>
internal static partial class TranslationsCommand
{
    private const string Help = "Writes or updates the table of translations of a bot for a locale, translations.LOCALE.yml in the bot's folder. What is in it is kept.";

    public static Command Make(ToolConsole console)
    {
        Argument<string> path = new("PATH") { Description = "A folder with a bot, or a folder of bots." };
        Option<string> locale = new("--locale") { Description = "The locale: nl, nl_BE, nl.FORMAL.", HelpName = "LOCALE", Required = true };
        Option<string?> export = new("--po") { Description = "Also write all texts as a gettext file for translators; '-' for the output.", HelpName = "FILE" };
        Option<string?> import = new("--import") { Description = "Take over the translations of a gettext file first.", HelpName = "FILE" };
        Command command = new("i18n", Help) { path, locale, export, import };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            ImmutableArray<string> folders = FindFolders(parsed.GetRequiredValue(path));
            string name = CheckLocale(parsed.GetRequiredValue(locale));
            string? exported = parsed.GetValue(export);
            string? imported = parsed.GetValue(import);
            if (folders.Length > 1 && (exported ?? imported) is not null)
            {
                throw new ToolException($"'{parsed.GetValue(path)}' holds {folders.Length} bots, and a gettext file belongs to one: name the folder of one bot");
            }

            foreach (string folder in folders)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await RunAsync(new BotTranslations(BotLocator.Load([folder])[0], folder, name), exported, imported, console).ConfigureAwait(false);
            }

            return ExitCode.Success;
        });
        return command;
    }

    /// <exception cref="ToolException">The text is no locale.</exception>
    public static string CheckLocale(string locale) => LocalePattern().IsMatch(locale)
        ? locale
        : throw new ToolException($"'{locale}' is no locale; a locale is written as nl, nl_BE, nl.FORMAL or nl_BE.FORMAL");

    private static async Task RunAsync(BotTranslations translations, string? exported, string? imported, ToolConsole console)
    {
        if (imported is not null)
        {
            foreach (string problem in translations.Import(ReadPo(imported)))
            {
                await console.Error.WriteLineAsync($"{imported}: {problem}").ConfigureAwait(false);
            }
        }

        translations.Save();
        if (exported is "-")
        {
            await console.Output.WriteAsync(PoWriter.Write(translations.ToPo())).ConfigureAwait(false);
            return;
        }

        if (exported is not null)
        {
            OutputFile.Write(exported, PoWriter.Write(translations.ToPo()));
        }

        await console.Output.WriteLineAsync(translations.Describe()).ConfigureAwait(false);
    }

    private static PoFile ReadPo(string path)
    {
        try
        {
            return PoReader.Read(OutputFile.Read(path));
        }
        catch (PoFormatException exception)
        {
            throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"{path}({exception.Line}): {exception.Message}"), ExitCode.Failure);
        }
    }

    private static ImmutableArray<string> FindFolders(string path) => File.Exists(path)
        ? throw new ToolException($"'{path}' is a file, and a bot of one file has no tables of translations: put it into a folder and name that")
        : BotLocator.Find(path);

    [GeneratedRegex("^[a-z]{2,3}(_[A-Za-z0-9]{2,8})?([.][A-Za-z0-9_]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LocalePattern();
}
