using System.CommandLine;
using System.Globalization;
using Bubblescript.Cli.Conversations;
using Bubblescript.Interpretation;
using Bubblescript.Storage;

namespace Bubblescript.Cli.Commands;

/// <summary><c>bubble conversations</c>: what a store keeps.</summary>
internal static class ConversationsCommand
{
    /// <param name="console">What the command writes to.</param>
    /// <param name="makeStore">Makes the store of a file.</param>
    public static Command Make(ToolConsole console, StoreFactory makeStore)
    {
        Argument<string> database = new("DB") { Description = "The file that keeps the conversations, as 'bubble run --store' or a host with UseSqlite writes it." };
        Command command = new("conversations", "Lists the conversations, masters and groups that a file keeps.")
        {
            database,
            MakeShow(database, console, makeStore),
            MakeExport(database, console, makeStore),
            MakeImport(database, console, makeStore),
        };
        command.SetAction((parsed, cancellationToken) => WithStoreAsync(parsed.GetRequiredValue(database), makeStore, async store =>
        {
            List<(ProcessSummary, SavedConversation?)> found = [];
            foreach (ProcessSummary summary in await ListAsync(store, cancellationToken).ConfigureAwait(false))
            {
                found.Add((summary, await TryReadAsync(store, summary, console, cancellationToken).ConfigureAwait(false)));
            }

            await WriteAsync(console, found.Count == 0 ? ["no conversations"] : ConversationReport.List(found)).ConfigureAwait(false);
        }, cancellationToken));
        return command;
    }

    private static Command MakeShow(Argument<string> database, ToolConsole console, StoreFactory makeStore)
    {
        Argument<string> address = new("ADDRESS") { Description = "The address, as the list shows it." };
        Option<string[]> bots = new("--bot") { Description = "The bot, to show the lines of its scripts; repeat it for each bot of a workspace.", HelpName = "PATH" };
        Command command = new("show", "Shows the variables, the stack, the pending wait and the timers of a conversation.") { address, bots };
        command.SetAction((parsed, cancellationToken) => WithStoreAsync(parsed.GetRequiredValue(database), makeStore, async store =>
        {
            string name = parsed.GetRequiredValue(address);
            string[] paths = parsed.GetValue(bots) ?? [];
            ProcessSummary summary = (await ListAsync(store, cancellationToken).ConfigureAwait(false)).Find(
                summary => string.Equals(summary.Address, name, StringComparison.Ordinal)) ?? throw NoConversation(name);
            StoredProcess process = await store.LoadAsync(name, cancellationToken).ConfigureAwait(false) ?? throw NoConversation(name);
            Workspace? workspace = paths.Length == 0 ? null : new Workspace(BotLocator.Load(paths));
            await WriteAsync(console, ConversationReport.Show(SavedConversation.Read(process.State.Utf8Json), summary, workspace)).ConfigureAwait(false);
        }, cancellationToken));
        return command;
    }

    private static Command MakeExport(Argument<string> database, ToolConsole console, StoreFactory makeStore)
    {
        Argument<string?> address = new("ADDRESS") { Description = "One conversation; all without it.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> file = new("--out") { Description = "The file to write; the output without it.", HelpName = "FILE" };
        Command command = new("export", "Writes conversations with their histories, waiting inputs and users as JSON.") { address, file };
        command.SetAction((parsed, cancellationToken) => WithStoreAsync(parsed.GetRequiredValue(database), makeStore, async store =>
        {
            string? name = parsed.GetValue(address);
            List<ProcessSummary> summaries = await ListAsync(store, cancellationToken).ConfigureAwait(false);
            if (name is not null)
            {
                summaries = [summaries.Find(summary => string.Equals(summary.Address, name, StringComparison.Ordinal)) ?? throw NoConversation(name)];
            }

            string json = await ConversationExport.WriteAsync(store, summaries, cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(file) is { } path)
            {
                OutputFile.Write(path, json);
                await WriteAsync(console, [$"{path}: {Count(summaries.Count)} exported"]).ConfigureAwait(false);
            }
            else
            {
                await console.Output.WriteAsync(json).ConfigureAwait(false);
            }
        }, cancellationToken));
        return command;
    }

    private static Command MakeImport(Argument<string> database, ToolConsole console, StoreFactory makeStore)
    {
        Argument<string> file = new("FILE") { Description = "A file that 'export' has written." };
        Option<bool> replace = new("--replace") { Description = "Put imported states in the place of those that are there." };
        Command command = new("import", "Brings exported conversations into a file, which is made if there is none. No host may use it meanwhile.") { file, replace };
        command.SetAction((parsed, cancellationToken) =>
        {
            ConversationImport import = ConversationImport.Read(OutputFile.Read(parsed.GetRequiredValue(file)));
            return WithStoreAsync(parsed.GetRequiredValue(database), makeStore, async store =>
            {
                await import.StoreAsync(store, parsed.GetValue(replace), cancellationToken).ConfigureAwait(false);
                await WriteAsync(console, [$"{parsed.GetValue(database)}: {Count(import.Count)} imported"]).ConfigureAwait(false);
            }, cancellationToken, isNew: true);
        });
        return command;
    }

    private static async Task<int> WithStoreAsync(
        string path, StoreFactory makeStore, Func<IConversationStore, Task> act, CancellationToken cancellationToken, bool isNew = false)
    {
        if (!isNew && !File.Exists(path))
        {
            throw new ToolException($"there is no file '{path}'");
        }

        IConversationStore store = makeStore(path, isReadOnly: !isNew);
        try
        {
            await store.OpenAsync(cancellationToken).ConfigureAwait(false);
            await act(store).ConfigureAwait(false);
            return ExitCode.Success;
        }
        catch (Exception exception) when (exception is StoreException or StateFormatException)
        {
            throw new ToolException(exception is StoreException ? exception.Message : $"{path}: {exception.Message}", ExitCode.Failure);
        }
        finally
        {
            if (store is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static async Task<List<ProcessSummary>> ListAsync(IConversationStore store, CancellationToken cancellationToken)
    {
        List<ProcessSummary> summaries = [];
        await foreach (ProcessSummary summary in store.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            summaries.Add(summary);
        }

        return summaries;
    }

    /// <summary>A damaged conversation must not hide the others.</summary>
    private static async Task<SavedConversation?> TryReadAsync(
        IConversationStore store, ProcessSummary summary, ToolConsole console, CancellationToken cancellationToken)
    {
        try
        {
            StoredProcess? process = await store.LoadAsync(summary.Address, cancellationToken).ConfigureAwait(false);
            return process is null ? null : SavedConversation.Read(process.State.Utf8Json);
        }
        catch (StateFormatException exception)
        {
            await console.Error.WriteLineAsync($"{summary.Address}: {exception.Message}").ConfigureAwait(false);
            return null;
        }
    }

    private static async Task WriteAsync(ToolConsole console, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            await console.Output.WriteLineAsync(line).ConfigureAwait(false);
        }
    }

    private static string Count(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} conversation{(number == 1 ? "" : "s")}");

    private static ToolException NoConversation(string address) => new($"there is no conversation '{address}'; the list shows the addresses", ExitCode.Failure);
}
