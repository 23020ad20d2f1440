using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Channels;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Testing;
using Spectre.Console;

namespace Bubblescript.Cli.Chats;

/// <summary>A chat with a person at a terminal: colours, typing, pauses, numbered choices.</summary>
internal sealed class TerminalChat
{
    private const string ClearLine = "\r\u001b[K";

    private readonly Channel<(HostEvent HostEvent, string User)> _events = Channel.CreateUnbounded<(HostEvent, string)>();
    private readonly ToolConsole _console;
    private readonly ChatOptions _options;
    private readonly IAnsiConsole _terminal;
    private ImmutableArray<ChatChoice> _choices = [];

    private TerminalChat(ToolConsole console, ChatOptions options)
    {
        _console = console;
        _options = options;
        _terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Output) });
    }

    public static async Task<int> RunAsync(ImmutableArray<Bot> bots, ChatOptions options, ToolConsole console, CancellationToken cancellationToken)
    {
        TerminalChat chat = new(console, options);
        chat._terminal.MarkupLine("[grey]':help' lists the commands, ':quit' leaves.[/]");
        ChatSession session = await ChatSession
            .StartAsync(bots, options, (hostEvent, user) => chat._events.Writer.TryWrite((hostEvent, user)), cancellationToken)
            .ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            chat.PrintFound(session.Found);
            using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task printing = chat.PrintAsync(session, end.Token);
            try
            {
                await chat.ReadAsync(session, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await end.CancelAsync().ConfigureAwait(false);
                await printing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                console.Output.WriteLine();
            }
        }

        return ExitCode.Success;
    }

    private async Task ReadAsync(ChatSession session, CancellationToken cancellationToken)
    {
        ChatCommands commands = new(session, _console.Error);
        while (await InputLines.ReadAsync(_console.Input, cancellationToken).ConfigureAwait(false) is { } line)
        {
            ChatInput input = ChatChoices.Find(_choices, line) is { Action: { } action } ? new ChatInput.Act(action) : ChatInputParser.Parse(line);
            if (input is ChatInput.Act)
            {
                _choices = [];
            }

            if (!await commands.RunAsync(input, PrintGrey, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            PrintPrompt(session);
        }
    }

    private async Task PrintAsync(ChatSession session, CancellationToken cancellationToken)
    {
        PrintPrompt(session);
        await foreach ((HostEvent hostEvent, string user) in _events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            _console.Output.Write(ClearLine);
            Print(hostEvent, user);
            if (_options.IsPaced && hostEvent is OutgoingMessage { Message: var message })
            {
                await PauseAsync(message, cancellationToken).ConfigureAwait(false);
            }

            PrintPrompt(session);
        }
    }

    /// <summary>A message's delay is kept only if something follows it; silence and typing always are.</summary>
    private async Task PauseAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        bool isSilence = message.Payload is SleepPayload or TypingPayload;
        if (message.Delay is not { IsInfinite: false, Milliseconds: > 0 } delay || (!isSilence && !_events.Reader.TryPeek(out _)))
        {
            return;
        }

        if (message.Payload is not SleepPayload)
        {
            _terminal.Markup("[grey]…[/]");
        }

        await Task.Delay(delay.ToTimeSpan(), cancellationToken).ConfigureAwait(false);
        _console.Output.Write(ClearLine);
    }

    private void Print(HostEvent hostEvent, string user)
    {
        switch (hostEvent)
        {
            case OutgoingMessage { Message.Payload: InputMethodPayload { Method: "closed" } }:
                break;
            case OutgoingMessage { Message: var message } when user.Length > 0:
                PrintMessage(message, user);
                break;
            case ScriptError { Error: var error }:
                string place = error.File is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{error.File}:{error.Line}: ");
                _terminal.MarkupLineInterpolated($"[red]{place}{error.Message}[/]");
                break;
            case ScriptLog { IsWarning: true } warning:
                _terminal.MarkupLineInterpolated($"[yellow]warning: {warning.Text}[/]");
                break;
            case ScriptLog log:
                _terminal.MarkupLineInterpolated($"[grey]log: {log.Text}[/]");
                break;
            case HostFault fault:
                _terminal.MarkupLineInterpolated($"[red]{fault.Message}[/]");
                break;
            case StoreFailed failed:
                _terminal.MarkupLineInterpolated($"[red]{failed.Exception.Message}[/]");
                break;
            case ConversationClosed when user.Length > 0:
                _terminal.MarkupLine("[grey]The conversation is closed; the next message opens a new one.[/]");
                break;
        }
    }

    /// <summary>Where somebody is who comes back to a conversation.</summary>
    private void PrintFound(ConversationSnapshot? found)
    {
        if (found is null)
        {
            return;
        }

        string wait = found.Waiting is null or "ask" or "prompt" ? "." : $"; it waits for {found.Waiting}.";
        _terminal.MarkupLineInterpolated($"[grey]The conversation goes on where it was left{wait}[/]");
    }

    private void PrintMessage(ChatMessage message, string user)
    {
        IReadOnlyList<string> lines = TranscriptLines.From(message);
        if (lines.Count == 0)
        {
            return;
        }

        string name = message.As?.FirstName ?? "bot";
        string receiver = string.Equals(user, _options.UserId, StringComparison.Ordinal) ? "" : $" to {user}";
        if (message.Payload is TextPayload text)
        {
            _terminal.MarkupLineInterpolated($"[green]{name}{receiver}:[/] {text.Message}");
        }
        else
        {
            _terminal.MarkupLineInterpolated($"[green]{lines[0]}[/]");
        }

        PrintChoices(ChatChoices.Of(message.Payload));
    }

    private void PrintChoices(ImmutableArray<ChatChoice> choices)
    {
        if (choices.IsEmpty)
        {
            return;
        }

        _choices = choices;
        for (int i = 0; i < choices.Length; i++)
        {
            _terminal.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [blue]{i + 1})[/] {choices[i].Label}");
        }
    }

    private void PrintGrey(IEnumerable<string> lines)
    {
        _console.Output.Write(ClearLine);
        foreach (string line in lines)
        {
            _terminal.MarkupLineInterpolated($"[grey]{line}[/]");
        }
    }

    private void PrintPrompt(ChatSession session) =>
        _terminal.MarkupInterpolated($"{ClearLine}[grey]{(string.Equals(session.User, _options.UserId, StringComparison.Ordinal) ? "" : session.User)}>[/] ");
}
