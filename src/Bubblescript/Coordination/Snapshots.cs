using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Interpretation;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>Makes what hosts may see of a state.</summary>
internal static class Snapshots
{
    public static ConversationSnapshot Of(ProcessState state, Workspace workspace)
    {
        BotState? top = state.Bots.IsEmpty ? null : state.Bots[^1];
        return new ConversationSnapshot
        {
            Variables = top is null ? MapValue.Empty : VariablesOf(top, workspace, state.Identity.Kind),
            Stack = top is null ? [] : StackOf(top),
            History = top is null ? [] : top.History,
            IsOpen = state.Status == ProcessStatus.Live,
            IsClosed = state.Status == ProcessStatus.Closed,
            IsAsleep = state.IsAsleep,
            Waiting = WaitingOf(state, top),
            Timers = [.. state.Timers.Select(static timer => new TimerSnapshot(
                timer.Id, NameOf(timer.Kind), timer.Due, timer.Event?.Name))],
            BotStack = [.. state.Bots.Select(static bot => bot.BotId)],
            Tags = state.Tags,
        };
    }

    /// <summary>The program that a process of a kind runs for a bot.</summary>
    public static ScriptProgram? ProgramOf(Bot? bot, ProcessKind kind) => kind switch
    {
        ProcessKind.Conversation => bot?.Main,
        ProcessKind.Master => bot?.Master,
        _ => bot?.Group,
    };

    private static string NameOf(TimerKind kind) => kind switch
    {
        TimerKind.Ask => "ask",
        TimerKind.Session => "session",
        _ => "schedule",
    };

    private static MapValue VariablesOf(BotState bot, Workspace workspace, ProcessKind kind)
    {
        List<KeyValuePair<string, Value>> variables = [];
        if (ProgramOf(workspace.Find(bot.BotId), kind) is { } program)
        {
            for (int i = 0; i < bot.Variables.Length && i < program.VariableNames.Length; i++)
            {
                if (!bot.Variables[i].IsNil)
                {
                    variables.Add(KeyValuePair.Create(program.VariableNames[i], bot.Variables[i]));
                }
            }
        }

        variables.AddRange(bot.OtherVariables);
        return MapValue.From(variables.OrderBy(static entry => entry.Key, StringComparer.Ordinal));
    }

    private static ImmutableArray<string> StackOf(BotState bot)
    {
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        for (int i = bot.Frames.Length - 1; i >= 0; i--)
        {
            if (bot.Frames[i] is { Kind: FrameKind.Dialog, IsEntered: true, Declaration: BoundDialog dialog })
            {
                names.Add(dialog.DisplayName);
            }
        }

        return names.DrainToImmutable();
    }

    private static string? WaitingOf(ProcessState state, BotState? top)
    {
        if (state.PendingCall is { } call)
        {
            return call.Request.Kind;
        }

        for (int i = (top?.Frames.Length ?? 0) - 1; i >= 0; i--)
        {
            switch (top!.Frames[i].Wait)
            {
                case AskWait:
                    return "ask";
                case PromptWait:
                    return "prompt";
                case AwaitWait waiting:
                    return "await " + waiting.EventName;
                case DialWait:
                    return "dial";
            }
        }

        return null;
    }
}
