using Bubblescript.Coordination;
using Bubblescript.Storage;
using Bubblescript.Testing.Transcripts;
using Bubblescript.Values;

namespace Bubblescript.Cli.Chats;

/// <summary>Carries out what was typed.</summary>
internal sealed class ChatCommands(ChatSession session, TextWriter errors)
{
    /// <summary>Carries out an input; false when the chat is over.</summary>
    /// <param name="input">The input.</param>
    /// <param name="write">Writes the answer of a command.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    public async Task<bool> RunAsync(ChatInput input, Action<IEnumerable<string>> write, CancellationToken cancellationToken)
    {
        switch (input)
        {
            case ChatInput.Act act:
                await TryAsync(() => session.ActAsync(act.Action, cancellationToken)).ConfigureAwait(false);
                break;
            case ChatInput.SpeakAs speaker:
                await TryAsync(() => session.SpeakAsAsync(speaker.UserId, cancellationToken)).ConfigureAwait(false);
                break;
            case ChatInput.ShowVariables { Expression.Length: > 0 } variables:
                await ShowValueAsync(variables.Expression, write, cancellationToken).ConfigureAwait(false);
                break;
            case ChatInput.ShowVariables:
                await ShowVariablesAsync(write, cancellationToken).ConfigureAwait(false);
                break;
            case ChatInput.ShowStack:
                await ShowStackAsync(write, cancellationToken).ConfigureAwait(false);
                break;
            case ChatInput.Help:
                write(ChatInputParser.Help.Split('\n'));
                break;
            case ChatInput.Invalid invalid:
                await errors.WriteLineAsync(invalid.Problem).ConfigureAwait(false);
                break;
        }

        return input is not ChatInput.Quit;
    }

    /// <summary>The chat goes on after an action that the host refuses, because it is too long, say.</summary>
    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ArgumentException or StoreException or StateFormatException)
        {
            string problem = exception is ArgumentException argument ? StateCheck.MessageOf(argument) : exception.Message;
            await errors.WriteLineAsync(problem).ConfigureAwait(false);
        }
    }

    private async Task ShowValueAsync(string expression, Action<IEnumerable<string>> write, CancellationToken cancellationToken)
    {
        try
        {
            Value value = await session.Conversation.EvaluateAsync(expression, cancellationToken).ConfigureAwait(false);
            write([$"var: {expression} = {ValueSource.Write(value)}"]);
        }
        catch (ArgumentException exception)
        {
            await errors.WriteLineAsync(StateCheck.MessageOf(exception)).ConfigureAwait(false);
        }
    }

    private async Task ShowVariablesAsync(Action<IEnumerable<string>> write, CancellationToken cancellationToken)
    {
        ConversationSnapshot snapshot = await session.Conversation.InspectAsync(cancellationToken).ConfigureAwait(false);
        write(snapshot.Variables
            .OrderBy(static variable => variable.Key, StringComparer.Ordinal)
            .Select(static variable => $"var: {variable.Key} = {ValueSource.Write(variable.Value)}"));
    }

    private async Task ShowStackAsync(Action<IEnumerable<string>> write, CancellationToken cancellationToken)
    {
        ConversationSnapshot snapshot = await session.Conversation.InspectAsync(cancellationToken).ConfigureAwait(false);
        write([$"stack: {string.Join(", ", snapshot.Stack)}".TrimEnd()]);
    }
}
