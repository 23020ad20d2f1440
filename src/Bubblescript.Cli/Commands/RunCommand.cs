using System.Collections.Immutable;
using System.CommandLine;
using Bubblescript.Binding;
using Bubblescript.Cli.Chats;

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
        Option<bool> debug = new("--debug") { Description = "Set the variable 'debugging', so that errors are explained in the chat." };
        Option<bool> fast = new("--fast") { Description = "Leave out pauses and typing on a terminal." };
        Option<bool> echo = new("--echo") { Description = "Also write what the user does, so that the output is a whole transcript." };
        Option<long?> seed = new("--seed") { Description = "Make chance repeatable.", HelpName = "NUMBER" };
        Command command = new("run", Description) { paths, json, user, group, debug, fast, echo, seed };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            ImmutableArray<Bot> bots = BotLocator.Load(parsed.GetRequiredValue(paths));
            ChatOptions options = new()
            {
                UserId = parsed.GetRequiredValue(user),
                G = parsed.GetRequiredValue(group),
                IsDebugging = parsed.GetValue(debug),
                IsPaced = !parsed.GetValue(fast),
                Echoes = parsed.GetValue(echo),
                Seed = parsed.GetValue(seed),
            };
            return parsed.GetValue(json)
                ? await JsonChat.RunAsync(bots, options, console, cancellationToken).ConfigureAwait(false)
                : console.IsTerminal
                    ? await TerminalChat.RunAsync(bots, options, console, cancellationToken).ConfigureAwait(false)
                    : await PlainChat.RunAsync(bots, options, console, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }
}
