using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Diagnostics;
using Bubblescript.Testing;

namespace Bubblescript.Cli.Tests;

/// <summary>Finds the cases that paths on the command line name.</summary>
internal static class TestSearch
{
    /// <exception cref="ToolException">A path does not exist, cannot be read or has nothing to test.</exception>
    public static IReadOnlyList<TestItem> Find(IEnumerable<string> paths, string? filter)
    {
        List<TestItem> items = [];
        foreach (string path in paths)
        {
            TestItem[] found = [.. Find(path)];
            if (found.Length == 0)
            {
                throw new ToolException($"there is nothing to test in '{path}'");
            }

            items.AddRange(found.Where(item => filter is null || Matches(item, filter)));
        }

        return items.Count > 0 ? items : throw new ToolException($"no case has '{filter}' in its file or name");
    }

    private static bool Matches(TestItem item, string filter) =>
        item.Name.Contains(filter, StringComparison.OrdinalIgnoreCase) || item.Path.Contains(filter, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<TestItem> Find(string path)
    {
        if (File.Exists(path))
        {
            return BotLocator.IsScript(path) ? FindTestBlocks(path) : FindCases(path);
        }

        if (!Directory.Exists(path))
        {
            throw new ToolException($"there is no file or folder '{path}'");
        }

        EnumerationOptions everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };
        IEnumerable<string> transcripts = Directory.EnumerateFiles(path, "*.md", everywhere).Order(StringComparer.Ordinal);
        IEnumerable<string> bots = FindBots(path);
        return transcripts.SelectMany(FindCases).Concat(bots.SelectMany(FindTestBlocks));
    }

    /// <summary>The topmost folders that hold scripts: what lies deeper in them belongs to them.</summary>
    private static IEnumerable<string> FindBots(string folder) => BotLocator.HoldsScripts(folder)
        ? [folder]
        : Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).SelectMany(FindBots);

    private static IEnumerable<TestItem> FindCases(string path)
    {
        try
        {
            return Transcript.Load(path).Cases.Select(item => new TestItem(path, item.Name, token => RunAsync(item, token)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be read: {exception.Message}");
        }
    }

    private static async Task<TestOutcome> RunAsync(TranscriptCase transcriptCase, CancellationToken cancellationToken)
    {
        TranscriptResult result = await TranscriptRunner.RunAsync(transcriptCase, options: null, cancellationToken).ConfigureAwait(false);
        return new TestOutcome(result.Line, result.Failure, result.Report, result.Rows);
    }

    /// <summary>The tests of a bot; a bot with errors is a case that fails.</summary>
    private static IEnumerable<TestItem> FindTestBlocks(string path)
    {
        if (!BotLocator.TryLoad(path, out Bot? bot, out ImmutableArray<Diagnostic> diagnostics))
        {
            string errors = string.Join('\n', diagnostics.Where(BotLocator.IsError).Select(diagnostic => BotLocator.AtPath(diagnostic, path)));
            return [new TestItem(path, "the bot runs", _ => Task.FromResult(new TestOutcome(1, "the bot has errors", $"{path}: the bot has errors\n{errors}", [])))];
        }

        return bot.TestNames.Select(name => new TestItem(path, name, token => RunAsync(bot, path, name, token)));
    }

    private static async Task<TestOutcome> RunAsync(Bot bot, string path, string name, CancellationToken cancellationToken)
    {
        TestBlockResult result = await TestBlockRunner.RunAsync(bot, name, options: null, cancellationToken).ConfigureAwait(false);
        string folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path) ?? "";
        return new TestOutcome(result.Line, result.Failure, (result with { File = Path.Combine(folder, result.File) }).Report, result.Rows);
    }
}
