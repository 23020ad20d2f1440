using System.CommandLine;
using System.CommandLine.Parsing;
using Bubblescript.Binding;
using Bubblescript.Cli.Commands;

namespace Bubblescript.Cli;

/// <summary>What is wrong with a command line.</summary>
internal static class CommandLineProblems
{
    public static IReadOnlyList<string> Find(ParseResult parsed, RootCommand root)
    {
        if (parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens is [{ } name, ..])
        {
            string[] commands = [.. root.Subcommands.Select(static command => command.Name)];
            return [$"there is no command '{name}'; " + (NameSuggestion.Hint(name, commands) ?? $"the commands are {string.Join(", ", commands)}")];
        }

        return FindUnknownOption(parsed) is { } option ? [option] : [.. parsed.Errors.Select(static error => error.Message)];
    }

    /// <summary>How a command is called: <c>bubble conversations DB show</c>.</summary>
    public static string PathOf(CommandResult result) => result.Parent is CommandResult { Command: var above } parent
        ? string.Join(' ', [PathOf(parent), .. above is RootCommand ? [] : above.Arguments.Select(static argument => argument.Name), result.Command.Name])
        : "bubble";

    /// <summary>An option that a command does not have would else be taken for a path. After <c>--</c> anything is one.</summary>
    private static string? FindUnknownOption(ParseResult parsed)
    {
        CommandResult result = parsed.CommandResult;
        if (parsed.Tokens.Any(static token => token.Type == TokenType.DoubleDash))
        {
            return null;
        }

        // A pattern may begin with a minus sign.
        string sign = string.Equals(result.Command.Name, MatchCommand.Name, StringComparison.Ordinal) ? "--" : "-";
        string? option = result.Children.OfType<ArgumentResult>()
            .SelectMany(static argument => argument.Tokens)
            .Select(static token => token.Value)
            .FirstOrDefault(text => text.Length > sign.Length && text.StartsWith(sign, StringComparison.Ordinal));
        return option is null
            ? null
            : $"there is no option '{option}'" + (NameSuggestion.Hint(option, result.Command.Options.Select(static known => known.Name)) is { } hint ? $"; {hint}" : "");
    }
}
