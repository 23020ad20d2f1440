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
        if (IsBot(path))
        {
            return [path];
        }

        ImmutableArray<string> folders = BotsIn(path);
        return folders.IsEmpty ? throw new ToolException($"the folder '{path}' has no scripts (*.bubble)") : folders;
    }

    /// <summary>All bots of a path, those together that stand in one folder.</summary>
    /// <exception cref="ToolException">There is no such path, or no bot.</exception>
    public static ImmutableArray<ImmutableArray<string>> FindAll(string path)
    {
        if (IsBot(path))
        {
            return [[path]];
        }

        ImmutableArray<ImmutableArray<string>> workspaces = [.. Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories)
            .Prepend(path)
            .Where(static folder => !HoldsScripts(folder))
            .Order(StringComparer.Ordinal)
            .Select(BotsIn)
            .Where(static bots => !bots.IsEmpty)];
        return workspaces.IsEmpty ? throw new ToolException($"the folder '{path}' has no scripts (*.bubble)") : workspaces;
    }

    /// <summary>Loads the bots of all paths as one workspace.</summary>
    /// <exception cref="ToolException">A path names no bot, or a bot has errors; the message lists them.</exception>
    public static ImmutableArray<Bot> Load(IEnumerable<string> paths)
    {
        ImmutableArray<Bot>.Builder bots = ImmutableArray.CreateBuilder<Bot>();
        List<Diagnostic> errors = [];
        foreach (string path in paths.SelectMany(static path => Find(path)))
        {
            if (TryLoad(path, out Bot? bot, out ImmutableArray<Diagnostic> diagnostics))
            {
                bots.Add(bot);
            }

            errors.AddRange(diagnostics.Where(IsError).Select(diagnostic => AtPath(diagnostic, path)));
        }

        RequireDifferentIds(bots);
        errors.AddRange(errors.Count == 0 && bots.Count > 1 ? Bot.CheckWorkspace(bots).Where(IsError) : []);
        return errors.Count == 0
            ? bots.ToImmutable()
            : throw new ToolException("the bot does not run\n" + string.Join('\n', errors), ExitCode.Failure);
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

    /// <summary>The diagnostic with the path of its file as it can be opened from here.</summary>
    public static Diagnostic AtPath(Diagnostic diagnostic, string path)
    {
        string folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path) ?? "";
        return diagnostic with { File = Path.Combine(folder, diagnostic.File) };
    }

    public static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    public static bool HoldsScripts(string folder) => Directory.EnumerateFiles(folder).Any(IsScript);

    public static bool IsScript(string path) => Path.GetExtension(path) is ".bubble" or ".bubblescript";

    private static bool IsBot(string path)
    {
        if (File.Exists(path))
        {
            return true;
        }

        return Directory.Exists(path) ? HoldsScripts(path) : throw new ToolException($"there is no file or folder '{path}'");
    }

    private static ImmutableArray<string> BotsIn(string folder) =>
    [
        .. Directory.EnumerateDirectories(folder)
            .Where(HoldsScripts)
            .OrderBy(static path => Path.GetFileName(path) is "main" ? 0 : 1)
            .ThenBy(static path => path, StringComparer.Ordinal),
    ];

    private static void RequireDifferentIds(IEnumerable<Bot> bots)
    {
        string? duplicate = bots.GroupBy(static bot => bot.Id, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1)?.Key;
        if (duplicate is not null)
        {
            throw new ToolException($"two of the bots have the id '{duplicate}'; the id is the name of the folder or file");
        }
    }
}
