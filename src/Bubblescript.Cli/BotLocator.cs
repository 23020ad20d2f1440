using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bubblescript.Binding;
using Bubblescript.Diagnostics;

namespace Bubblescript.Cli;

/// <summary>Finds and loads the bots that paths on the command line name.</summary>
internal static class BotLocator
{
    /// <summary>
    /// The bots of a path: a script file; a folder with scripts; or, of a folder without any, the folders directly in it that have some,
    /// <c>main</c> first, then in alphabetical order.
    /// </summary>
    /// <exception cref="ToolException">There is no such path, or no bot.</exception>
    public static ImmutableArray<string> Find(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && HoldsScripts(path)))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new ToolException($"there is no file or folder '{path}'");
        }

        ImmutableArray<string> folders =
        [
            .. Directory.EnumerateDirectories(path)
                .Where(HoldsScripts)
                .OrderBy(static folder => Path.GetFileName(folder) is "main" ? 0 : 1)
                .ThenBy(static folder => folder, StringComparer.Ordinal),
        ];
        return folders.IsEmpty ? throw new ToolException($"the folder '{path}' has no scripts (*.bubble)") : folders;
    }

    /// <summary>Loads the bots of all paths.</summary>
    /// <exception cref="ToolException">A path names no bot, or a bot has errors; the message lists them.</exception>
    public static ImmutableArray<Bot> Load(IEnumerable<string> paths)
    {
        ImmutableArray<Bot>.Builder bots = ImmutableArray.CreateBuilder<Bot>();
        List<string> problems = [];
        foreach (string path in paths.SelectMany(static path => Find(path)))
        {
            if (TryLoad(path, out Bot? bot, out ImmutableArray<Diagnostic> diagnostics))
            {
                bots.Add(bot);
            }
            else
            {
                problems.Add($"'{path}' does not run:\n" + string.Join('\n', diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
            }
        }

        if (problems.Count > 0)
        {
            throw new ToolException(string.Join('\n', problems), ExitCode.Failure);
        }

        string? duplicate = bots.GroupBy(static bot => bot.Id, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1)?.Key;
        return duplicate is null ? bots.ToImmutable() : throw new ToolException($"two of the bots have the id '{duplicate}'; the id is the name of the folder or file");
    }

    /// <exception cref="ToolException">The file cannot be read.</exception>
    public static bool TryLoad(string path, [NotNullWhen(true)] out Bot? bot, out ImmutableArray<Diagnostic> diagnostics)
    {
        try
        {
            return Bot.TryLoad(path, out bot, out diagnostics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be read: {exception.Message}");
        }
    }

    public static bool HoldsScripts(string folder) => Directory.EnumerateFiles(folder).Any(IsScript);

    public static bool IsScript(string path) => Path.GetExtension(path) is ".bubble" or ".bubblescript";
}
