using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Procedures;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary><c>switch_bot</c> and <c>return_bot</c> (execution model, section 7).</summary>
internal static class BotStatements
{
    public static Completion SwitchBot(Turn turn, CommandStatement command)
    {
        if (!Operands.TryText(turn, command, 0, out string id) || !TryData(turn, command, out MapValue data))
        {
            return Completion.Failed;
        }

        if (CloseProcedure.IsRunning(turn))
        {
            return turn.Fail("switch_bot is not possible while the conversation is being closed", command.Place);
        }

        if (Problem(turn, id, command.Name) is { } problem)
        {
            return turn.Fail(problem, command.Place);
        }

        turn.Current.Top!.Wait = new SwitchWait();
        Switch(turn, id, command.Name, data);
        return Completion.Yield;
    }

    public static Completion ReturnBot(Turn turn, CommandStatement command)
    {
        if (!TryData(turn, command, out MapValue data))
        {
            return Completion.Failed;
        }

        if (CloseProcedure.IsRunning(turn))
        {
            return turn.Fail("return_bot is not possible while the conversation is being closed", command.Place);
        }

        if (turn.Bots.Count < 2)
        {
            return turn.Fail("return_bot has nothing to return to: no other bot handed the conversation over", command.Place);
        }

        BoundDialog? dialog = null;
        if (command.Name is { } name && !TryFindBelow(turn, name, out dialog))
        {
            return turn.Failure.IsSignal ? Completion.Failed : turn.Fail($"bot '{turn.Bots[^2].Bot.Id}' has no dialog '{name}'", command.Place);
        }

        Return(turn, dialog, data);
        return Completion.Yield;
    }

    /// <summary>Why a switch is not possible, or null.</summary>
    public static string? Problem(Turn turn, string id, string? dialog)
    {
        if (turn.Bots.Count >= turn.Limits.Bots)
        {
            return $"the bot stack is deeper than {turn.Limits.Bots} bots";
        }

        if (turn.Workspace.Find(id) is not { } bot)
        {
            return $"unknown bot '{id}': the workspace has {string.Join(", ", turn.Workspace.Bots.Select(static known => $"'{known.Id}'"))}";
        }

        return dialog is not null && !bot.Main.DialogsByName.ContainsKey(dialog) ? $"bot '{id}' has no dialog '{dialog}'" : null;
    }

    /// <summary>Hands the conversation over; the caller has checked that it is possible.</summary>
    public static void Switch(Turn turn, string id, string? dialog, MapValue data)
    {
        string from = turn.Current.Bot.Id;
        bool isNew = !turn.HasMet(id);
        BotRun run = turn.PushBot(turn.Workspace.Find(id)!);
        turn.SetRequest(data, from);
        Stack.PushProcedure(turn, new Procedure(ProcedureKind.SwitchedBot, 0, MapValue.From(("dialog", dialog ?? PlatformNames.Main))));
        if (isNew && run.Program.TasksByName.TryGetValue(PlatformNames.Initialize, out var tasks))
        {
            Stack.PushHandlers(turn, tasks.AsSpan());
        }
    }

    /// <summary>Gives the conversation back to the bot below, whose dialog goes on, after another dialog if one is given.</summary>
    public static void Return(Turn turn, BoundDialog? dialog, MapValue data)
    {
        string from = turn.Current.Bot.Id;
        List<Frame> unfinished = turn.Current.Frames.FindAll(static frame => frame.Procedure?.Kind is ProcedureKind.Resume or ProcedureKind.Message);
        turn.PopBot();
        turn.SetRequest(data, from);
        Release(turn);
        PassOn(turn, unfinished);
        if (dialog is not null)
        {
            Stack.Push(turn, dialog);
        }
    }

    /// <summary>
    /// Lets what handed over go on as soon as it is current: at once, or after a dialog that has come above it meanwhile. A frame that waits for its user
    /// repeats its question.
    /// </summary>
    public static void Release(Turn turn)
    {
        ReleaseSuspended(turn);
        if (turn.Current.TopDialog() is { Wait: not null } top)
        {
            top.Interruption = Interruption.Interrupted;
        }
    }

    /// <summary>Ends the waiting for other bots in the bot whose code runs: the context is back.</summary>
    public static void ReleaseSuspended(Turn turn)
    {
        for (int i = 0; i < turn.Current.Frames.Count; i++)
        {
            if (turn.Current.Frames[i].Wait is SwitchWait)
            {
                Frame suspended = turn.Current.Own(i);
                suspended.Wait = null;
                suspended.Interruption = Interruption.None;
            }
        }
    }

    /// <summary>The input that a bot has not handled when it returns comes to the bot below, after what goes on there and before what waits there.</summary>
    private static void PassOn(Turn turn, List<Frame> unfinished)
    {
        List<Frame> frames = turn.Current.Frames;
        frames.InsertRange(frames.FindLastIndex(static frame => frame.Wait is not null) + 1, unfinished);
    }

    private static bool TryFindBelow(Turn turn, string name, out BoundDialog? dialog)
    {
        BotRun current = turn.Current;
        turn.Activate(turn.Bots[^2]);
        dialog = DialogResolver.FindByName(turn, name);
        turn.Activate(current);
        return dialog is not null;
    }

    private static bool TryData(Turn turn, CommandStatement command, out MapValue data)
    {
        data = MapValue.Empty;
        if (!Operands.TryOption(turn, command, "with", out Value value))
        {
            return false;
        }

        Value normalized = ValueNormalizer.Normalize(value, turn.Locale, turn.Limits);
        if (normalized.AsMap() is { } map)
        {
            data = map;
            return true;
        }

        if (normalized.IsNil)
        {
            return true;
        }

        SourcePlace place = command.Place;
        turn.Fail($"with: must be a map, got {ValueDescription.Describe(value)}", place);
        return false;
    }
}
