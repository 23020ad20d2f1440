using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Bubblescript.Binding;
using Bubblescript.Cli.Chats;
using Bubblescript.Sqlite;
using Bubblescript.Storage;

namespace Bubblescript.Cli.Commands;

/// <summary><c>bubble run</c>: a chat with a bot.</summary>
internal static class RunCommand
{
    private const string Description =
        "Chats with a bot: on a terminal, where ':help' lists the commands, or over pipes, where the output has the form of a transcript.";

    public static Command Make(ToolConsole console)
    {
        Argument<string[]> paths = new("PATH")
        {
            Description = "The bot: a script file, or a folder. Several paths, or a folder of bots, make a workspace; the first bot is the one that talks.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<bool> json = new("--json") { Description = "Read user actions and write messages as JSON lines." };
        Option<string> user = new("--user") { Description = "The id of the user.", DefaultValueFactory = static _ => "user", HelpName = "ID" };
        Option<string> group = new("--g") { Description = "The name of the conversation, or the id of a group to join.", DefaultValueFactory = static _ => "main", HelpName = "NAME" };
        Option<string?> file = new("--store")
        {
            Description = "Keep the conversations in this file, which is made if there is none. Started again with it, the chat goes on where it was left.",
            HelpName = "FILE",
        };
        Option<bool> debug = new("--debug") { Description = "Set the variable 'debugging', so that errors are explained in the chat." };
        Option<bool> fast = new("--fast") { Description = "Leave out pauses and typing on a terminal." };
        Option<bool> echo = new("--echo") { Description = "Also write what the user does, so that the output is a whole transcript." };
        Option<long?> seed = new("--seed") { Description = "Make chance repeatable.", HelpName = "NUMBER", CustomParser = ParseSeed };
        Command command = new("run", Description) { paths, json, user, group, file, debug, fast, echo, seed };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            ImmutableArray<Bot> bots = BotLocator.Load(parsed.GetRequiredValue(paths));
            ChatOptions options = new()
            {
                UserId = RequireText(parsed.GetRequiredValue(user), "'--user' needs an id"),
                G = RequireText(parsed.GetRequiredValue(group), "'--g' needs a name; without the option it is 'main'"),
                IsDebugging = parsed.GetValue(debug),
                IsPaced = !parsed.GetValue(fast),
                Echoes = parsed.GetValue(echo),
                Seed = parsed.GetValue(seed),
            };
            return await RunAsync(parsed.GetValue(file), store => ChatAsync(bots, options with { Store = store }, parsed.GetValue(json), console, cancellationToken))
                .ConfigureAwait(false);
        });
        return command;
    }

    private static long? ParseSeed(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seed))
        {
            result.AddError($"'--seed' needs a whole number and not '{text}'.");
        }

        return seed;
    }

    private static string RequireText(string text, string problem) => text.Length > 0 ? text : throw new ToolException(problem);

    /// <summary>Runs a chat with the store of a file, or without one.</summary>
    private static async Task<int> RunAsync(string? path, Func<IConversationStore?, Task<int>> chat)
    {
        if (path is null)
        {
            return await chat(null).ConfigureAwait(false);
        }

        SqliteStore store = new(RequireText(path, "'--store' needs the name of a file"));
        await using (store.ConfigureAwait(false))
        {
            return await chat(store).ConfigureAwait(false);
        }
    }

    private static Task<int> ChatAsync(ImmutableArray<Bot> bots, ChatOptions options, bool isJson, ToolConsole console, CancellationToken cancellationToken)
    {
        if (isJson)
        {
            return JsonChat.RunAsync(bots, options, console, cancellationToken);
        }

        return console.IsTerminal ? TerminalChat.RunAsync(bots, options, console, cancellationToken) : PlainChat.RunAsync(bots, options, console, cancellationToken);
    }
}
