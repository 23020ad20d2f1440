using Bubblescript.Coordination;
using Bubblescript.Testing.Transcripts.Steps;
using Bubblescript.Testing.Worlds;
using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts;

/// <summary>The steps that look into the state of a conversation.</summary>
internal static class StateCheck
{
    /// <exception cref="CaseFailedException">The expression cannot be evaluated.</exception>
    public static async Task<string> ReadTextAsync(TestConversation conversation, LetStep step, CancellationToken cancellationToken)
    {
        Value value = await EvaluateAsync(conversation, step, step.Expression, cancellationToken).ConfigureAwait(false);
        return ValueText.ToText(value);
    }

    /// <summary>Null when the state is what the step says; else what it is.</summary>
    public static async Task<string?> FindDifferenceAsync(TestConversation conversation, TranscriptStep step, CancellationToken cancellationToken)
    {
        if (step is VariableStep variable)
        {
            return await FindDifferenceAsync(conversation, variable, cancellationToken).ConfigureAwait(false);
        }

        ConversationSnapshot snapshot = await conversation.Handle.InspectAsync(cancellationToken).ConfigureAwait(false);
        return step switch
        {
            StackStep stack => FindDifference("stack", stack.Dialogs, snapshot.Stack),
            HistoryStep history => FindDifference("history", history.Dialogs, snapshot.History),
            _ => throw new InvalidOperationException($"The step {step.GetType().Name} checks no state."),
        };
    }

    private static async Task<string?> FindDifferenceAsync(TestConversation conversation, VariableStep step, CancellationToken cancellationToken)
    {
        Value isEqual = await EvaluateAsync(conversation, step, $"({step.Path}) == ({step.Expression})", cancellationToken).ConfigureAwait(false);
        if (isEqual.IsTruthy)
        {
            return null;
        }

        Value actual = await EvaluateAsync(conversation, step, step.Path, cancellationToken).ConfigureAwait(false);
        return $"{step.Path} is {ValueSource.Write(actual)}";
    }

    private static string? FindDifference(string name, IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        string joined = string.Join(", ", actual);
        return StepText.SplitNames(joined).SequenceEqual(expected, StringComparer.Ordinal)
            ? null
            : joined.Length == 0 ? $"the {name} is empty" : $"the {name} is {joined}";
    }

    private static async Task<Value> EvaluateAsync(TestConversation conversation, TranscriptStep step, string expression, CancellationToken cancellationToken)
    {
        try
        {
            return await conversation.Handle.EvaluateAsync(expression, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            throw new CaseFailedException(step.Head.Line, $"'{step.Head.Text}': {MessageOf(exception)}");
        }
    }

    /// <summary>The message without the name of the parameter, which the framework adds.</summary>
    public static string MessageOf(ArgumentException exception)
    {
        int end = exception.Message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }
}
