using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bubblescript.Binding;
using Bubblescript.Binding.Checks;
using Bubblescript.Diagnostics;

namespace Bubblescript.Cli.Commands;

/// <summary><c>bubble check</c>: all diagnostics of bots.</summary>
internal static class CheckCommand
{
    public static Command Make(ToolConsole console)
    {
        Argument<string[]> paths = new("PATH")
        {
            Description = "A bot: a script file, or a folder. Of a folder without scripts, all bots in it are checked.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<bool> json = new("--json") { Description = "Write the diagnostics as a JSON list." };
        Option<string?> locale = new("--locale") { Description = "Also list the texts without translation for a locale.", HelpName = "LOCALE" };
        Command command = new("check", "Shows all errors and warnings of a bot. The exit status is 1 if there are errors.") { paths, json, locale };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string? checkedLocale = parsed.GetValue(locale) is { } name ? TranslationsCommand.CheckLocale(name) : null;
            return await CheckAsync(parsed.GetRequiredValue(paths), checkedLocale, parsed.GetValue(json), console, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> CheckAsync(string[] paths, string? locale, bool isJson, ToolConsole console, CancellationToken cancellationToken)
    {
        List<Diagnostic> found = [];
        foreach (ImmutableArray<string> workspace in paths.SelectMany(static path => BotLocator.FindAll(path)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.AddRange(Check(workspace, locale));
        }

        await console.Output.WriteAsync(isJson ? ToJson(found) : ToText(found)).ConfigureAwait(false);
        return found.Exists(BotLocator.IsError) ? ExitCode.Failure : ExitCode.Success;
    }

    /// <summary>The diagnostics of bots that run together: if all can be loaded, those that need to know the others, too.</summary>
    private static IEnumerable<Diagnostic> Check(ImmutableArray<string> paths, string? locale)
    {
        List<(string Path, Bot Bot)> bots = [];
        List<Diagnostic> found = [];
        foreach (string path in paths)
        {
            if (BotLocator.TryLoad(path, out Bot? bot, out ImmutableArray<Diagnostic> diagnostics))
            {
                bots.Add((path, bot));
            }

            found.AddRange(diagnostics.Select(diagnostic => BotLocator.AtPath(diagnostic, path)));
        }

        BotOutline[] workspace = [.. bots.Select(static item => item.Bot.Parts.Outline)];
        IEnumerable<Diagnostic> all = workspace.Length == paths.Length && workspace.Length > 1
            ? bots.SelectMany(item => WorkspaceCheck.Run(item.Bot.Parts.Outline, workspace).Select(diagnostic => BotLocator.AtPath(diagnostic, item.Path)))
            : found;
        return locale is null
            ? all
            : all.Concat(bots.SelectMany(item => item.Bot.FindMissingTranslations(locale).Select(diagnostic => BotLocator.AtPath(diagnostic, item.Path))));
    }

    private static string ToText(List<Diagnostic> diagnostics)
    {
        int errors = diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        string summary = string.Create(CultureInfo.InvariantCulture, $"{Count(errors, "error")}, {Count(diagnostics.Count - errors, "warning")}");
        return string.Concat(diagnostics.Select(static diagnostic => $"{diagnostic}\n")) + summary + "\n";
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private static string ToJson(List<Diagnostic> diagnostics)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            writer.WriteStartArray();
            foreach (Diagnostic diagnostic in diagnostics)
            {
                Write(writer, diagnostic);
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, Diagnostic diagnostic)
    {
        writer.WriteStartObject();
        writer.WriteString("code", diagnostic.Code);
        writer.WriteString("severity", diagnostic.SeverityName);
        writer.WriteString("file", diagnostic.File);
        writer.WriteNumber("line", diagnostic.Line);
        writer.WriteNumber("column", diagnostic.Column);
        writer.WriteNumber("length", diagnostic.Length);
        writer.WriteString("message", diagnostic.Message);
        if (diagnostic.Hint is { } hint)
        {
            writer.WriteString("hint", hint);
        }

        writer.WriteEndObject();
    }
}
