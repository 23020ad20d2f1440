using System.CommandLine;
using Bubblescript.Cli.Commands;
using Bubblescript.Sqlite;

namespace Bubblescript.Cli;

/// <summary>The tool <c>bubble</c>: reads its command line and runs the command.</summary>
internal static class BubbleTool
{
    /// <summary>Runs the tool and gives its exit status.</summary>
    public static async Task<int> RunAsync(string[] arguments, ToolConsole console, CancellationToken cancellationToken = default)
    {
        RootCommand root = MakeRoot(console);
        if (arguments.Length == 0)
        {
            await root.Parse(["--help"]).InvokeAsync(new InvocationConfiguration { Output = console.Error }, cancellationToken).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        ParseResult parsed = root.Parse(arguments);
        IReadOnlyList<string> problems = CommandLineProblems.Find(parsed, root);
        if (problems.Count > 0)
        {
            foreach (string problem in problems)
            {
                await console.Error.WriteLineAsync($"bubble: {problem}").ConfigureAwait(false);
            }

            await console.Error.WriteLineAsync($"Run '{CommandLineProblems.PathOf(parsed.CommandResult)} --help' to see how it is used.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(Configure(console), cancellationToken).ConfigureAwait(false);
        }
        catch (ToolException exception)
        {
            await console.Error.WriteLineAsync($"bubble: {exception.Message}").ConfigureAwait(false);
            return exception.ExitCode;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Files and folders can vanish or be refused at any moment, and pipes be closed.
            await console.Error.WriteLineAsync($"bubble: {exception.Message}").ConfigureAwait(false);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
    }

    private static InvocationConfiguration Configure(ToolConsole console) =>
        new() { Output = console.Output, Error = console.Error, EnableDefaultExceptionHandler = false };

    private static RootCommand MakeRoot(ToolConsole console) => new("Runs, checks and tests Bubblescript bots.")
    {
        RunCommand.Make(console),
        CheckCommand.Make(console),
        TestCommand.Make(console),
        TranslationsCommand.Make(console),
        MatchCommand.Make(console),
        ConversationsCommand.Make(console, static (path, isReadOnly) => new SqliteStore(path, new SqliteStoreOptions { IsReadOnly = isReadOnly })),
    };
}
