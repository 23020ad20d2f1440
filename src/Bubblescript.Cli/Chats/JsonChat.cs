using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Storage;
using Bubblescript.Testing.Transcripts;

namespace Bubblescript.Cli.Chats;

/// <summary>A chat in JSON lines: user actions in, messages out. What is wrong goes to standard error.</summary>
internal static class JsonChat
{
    public static async Task<int> RunAsync(ImmutableArray<Bot> bots, ChatOptions options, ToolConsole console, CancellationToken cancellationToken)
    {
        ChatSession session = await ChatSession.StartAsync(bots, options, Show, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await session.WhenIdleAsync(cancellationToken).ConfigureAwait(false);
            return await RunAsync(session, console, cancellationToken).ConfigureAwait(false);
        }

        void Show(HostEvent hostEvent, string user)
        {
            switch (hostEvent)
            {
                case OutgoingMessage { Message: var message } when user.Length > 0:
                    console.Output.WriteLine(ChatMessageJson.Serialize(message));
                    break;
                case ScriptError { Error: var error }:
                    string place = error.File is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{error.File}({error.Line},{error.Column}): ");
                    console.Error.WriteLine($"{place}{error.Message}");
                    break;
                case HostFault fault:
                    console.Error.WriteLine(fault.Message);
                    break;
                default:
                    if (EventLines.FindWarning(hostEvent) is { } warning)
                    {
                        console.Error.WriteLine(warning);
                    }

                    break;
            }
        }
    }

    private static async Task<int> RunAsync(ChatSession session, ToolConsole console, CancellationToken cancellationToken)
    {
        int exitCode = ExitCode.Success;
        for (int number = 1; await InputLines.ReadAsync(console.Input, cancellationToken).ConfigureAwait(false) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                if (UserActionJson.Parse(line) is { } action)
                {
                    await session.ActAsync(action, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is JsonException or ArgumentException or StoreException or StateFormatException)
            {
                exitCode = ExitCode.Failure;
                string problem = exception is ArgumentException argument ? StateCheck.MessageOf(argument) : exception.Message;
                await console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {number}: {problem}")).ConfigureAwait(false);
            }

            await session.WhenIdleAsync(cancellationToken).ConfigureAwait(false);
        }

        return exitCode;
    }
}
