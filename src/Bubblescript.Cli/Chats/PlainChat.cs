using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts;

namespace Bubblescript.Cli.Chats;

/// <summary>A chat over redirected input or output: lines in, a transcript out, without pacing and colours.</summary>
internal sealed class PlainChat
{
    private readonly ToolConsole _console;
    private readonly ChatOptions _options;
    private IReadOnlyList<string> _held = [];

    private PlainChat(ToolConsole console, ChatOptions options)
    {
        _console = console;
        _options = options;
    }

    public static async Task<int> RunAsync(ImmutableArray<Bot> bots, ChatOptions options, ToolConsole console, CancellationToken cancellationToken)
    {
        PlainChat chat = new(console, options);
        ChatSession session = await ChatSession.StartAsync(bots, options, chat.Show, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await chat.RunAsync(session, cancellationToken).ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    private async Task RunAsync(ChatSession session, CancellationToken cancellationToken)
    {
        ChatCommands commands = new(session, _console.Error);
        await session.WhenIdleAsync(cancellationToken).ConfigureAwait(false);
        while (await InputLines.ReadAsync(_console.Input, cancellationToken).ConfigureAwait(false) is { } line)
        {
            ChatInput input = ChatInputParser.Parse(line);
            if (_options.Echoes && input is ChatInput.Act act)
            {
                Write(ActionLines.Describe(act.Action, NameOf(session.User)));
            }

            if (!await commands.RunAsync(input, Write, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            await session.WhenIdleAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Of masters and groups, only what went wrong belongs into a transcript. The input method <c>closed</c> is left out when the closing follows.
    /// </summary>
    private void Show(HostEvent hostEvent, string user)
    {
        if (EventLines.FindWarning(hostEvent) is { } warning)
        {
            _console.Error.WriteLine(warning);
            return;
        }

        if (user.Length == 0 && hostEvent is not (ScriptError or HostFault))
        {
            return;
        }

        IReadOnlyList<string> lines = EventLines.Describe(hostEvent, NameOf(user));
        if (hostEvent is OutgoingMessage { Message.Payload: InputMethodPayload { Method: "closed" } })
        {
            _held = lines;
            return;
        }

        if (hostEvent is not ConversationClosed)
        {
            Write(_held);
        }

        _held = [];
        Write(lines);
    }

    /// <summary>In a transcript the first user needs no name.</summary>
    private string NameOf(string user) =>
        user.Length == 0 || string.Equals(user, _options.UserId, StringComparison.Ordinal) ? TranscriptStep.DefaultConversation : user;

    private void Write(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            _console.Output.WriteLine(line);
        }
    }
}
