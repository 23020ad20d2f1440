using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Reads a process's state for tests, tools and hosts, without changing it.</summary>
internal static class StateInspector
{
    /// <summary>
    /// Evaluates an expression in the state of the bot that has the context. Unknown names are nil, and all variables of a process that has not started;
    /// the result may be an error signal.
    /// </summary>
    public static Value Evaluate(Workspace workspace, ProcessState state, TurnEnvironment environment, string text) =>
        Evaluate(workspace, state, environment, (bot, kind) => bot.BindExpression(text, kind));

    /// <summary>Evaluates an expression that is bound for the bot that has the context.</summary>
    public static Value Evaluate(
        Workspace workspace, ProcessState state, TurnEnvironment environment, Func<Bot, ScriptKind, BoundExpression> bind)
    {
        if (state.Bots.IsEmpty)
        {
            state = state with { Bots = [new BotState { BotId = state.Identity.BotId }] };
        }

        Turn turn = new(workspace);
        turn.Begin(state, environment);
        ScriptKind kind = state.Identity.Kind switch
        {
            ProcessKind.Master => ScriptKind.Master,
            ProcessKind.Group => ScriptKind.Group,
            _ => ScriptKind.Main,
        };
        BoundExpression expression = bind(turn.Current.Bot, kind);
        return expression.HasErrors ? new RuntimeError(expression.Diagnostics[0].FullMessage).ToValue() : turn.EvaluateOutside(expression.Node);
    }

    /// <summary>The variables of the bot that has the context, by name; those that are nil are left out.</summary>
    public static MapValue Variables(Workspace workspace, ProcessState state)
    {
        if (state.Bots.IsEmpty)
        {
            return MapValue.Empty;
        }

        BotState bot = state.Bots[^1];
        Turn turn = new(workspace);
        turn.Begin(state, new TurnEnvironment());
        ScriptProgram program = turn.Current.Program;
        List<KeyValuePair<string, Value>> variables = [];
        for (int i = 0; i < program.VariableNames.Length && i < bot.Variables.Length; i++)
        {
            if (!bot.Variables[i].IsNil)
            {
                variables.Add(KeyValuePair.Create(program.VariableNames[i], bot.Variables[i]));
            }
        }

        return MapValue.From(variables.Concat(bot.OtherVariables));
    }

    /// <summary>The names of the open dialogs of the bot that has the context, topmost first.</summary>
    public static ImmutableArray<string> Stack(ProcessState state) => state.Bots.IsEmpty
        ? []
        :
        [
            .. state.Bots[^1].Frames
                .Where(static frame => frame.IsEntered)
                .Select(static frame => frame.Declaration)
                .OfType<BoundDialog>()
                .Select(static dialog => dialog.DisplayName)
                .Reverse(),
        ];

    /// <summary>The names of the entered dialogs, latest first.</summary>
    public static ImmutableArray<string> History(ProcessState state) => state.Bots.IsEmpty ? [] : state.Bots[^1].History;

    /// <summary>What the process waits for, in a word or two; null when it idles.</summary>
    public static string? Waiting(ProcessState state)
    {
        if (state.PendingCall is { } call)
        {
            return call.Request.Kind;
        }

        return state.Bots.IsEmpty || state.Bots[^1].Frames.IsEmpty
            ? null
            : state.Bots[^1].Frames[^1].Wait switch
            {
                AskWait => "ask",
                PromptWait => "prompt",
                AwaitWait wait => $"await {wait.EventName}",
                SwitchWait => "switch_bot",
                DialWait => "dial",
                _ => null,
            };
    }
}
