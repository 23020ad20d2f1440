using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Interpretation.Procedures;

/// <summary>An event (execution model, sections 5.1 and 7.3).</summary>
internal static class EventProcedure
{
    private const int Handling = 0;
    private const int StartingDialog = 1;
    private const int StartingDialogBelow = 2;

    public static void Begin(Turn turn, EventInput input)
    {
        turn.WritePredefined(PredefinedVariable.Event, Records.Event(input.Name, input.Payload, input.Sender));
        turn.Query = input.Query;
        if (input.Origin == EventOrigin.Client || turn.Identity.Kind == ProcessKind.Group)
        {
            SessionTimer.Restart(turn);
        }

        if (turn.IsInitialized && TryHandleAtOnce(turn, input.Name))
        {
            return;
        }

        Stack.PushProcedure(turn, new Procedure(ProcedureKind.Event, Handling, MapValue.From(("name", input.Name))));
        OpenProcedure.PushInitializers(turn);
    }

    /// <summary>Starts what most events need - one task without guard and nothing after it - without the steps of a procedure.</summary>
    private static bool TryHandleAtOnce(Turn turn, string name)
    {
        BotRun bot = turn.Current;
        if (!bot.Program.TasksByEvent.TryGetValue(name, out var tasks) || tasks[0].Guard is not null
            || bot.Program.DialogsByEvent.ContainsKey(name) || HasHandlerOnStack(turn, name))
        {
            return false;
        }

        Stack.PushTask(turn, tasks[0], FrameKind.Handler);
        return true;
    }

    /// <summary>Whether a dialog awaits the event or has an inner dialog for it.</summary>
    private static bool HasHandlerOnStack(Turn turn, string name)
    {
        foreach (Frame frame in turn.Current.Frames)
        {
            if (frame.Wait is AwaitWait wait && string.Equals(wait.EventName, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (BoundDialog dialog in new InnerDialogs(turn))
        {
            if (string.Equals(dialog.EventName, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public static void Step(Turn turn, Frame frame)
    {
        Procedure procedure = frame.Procedure!;
        string name = procedure.Data["name"].AsString()!;
        switch (procedure.Step)
        {
            case Handling:
                Handle(turn, frame, name);
                break;
            case StartingDialog:
                turn.Current.Pop();
                PushHandling(turn, DialogResolver.FindByEvent(turn, name));
                break;
            default:
                turn.Current.Pop();
                StartBelow(turn, DialogResolver.FindByEvent(turn, name));
                break;
        }
    }

    private static void Handle(Turn turn, Frame frame, string name)
    {
        if (FindAwaiting(turn, name) is { } waiting)
        {
            turn.Current.Pop();
            Continue(turn, waiting);
            return;
        }

        BoundTask? task = FindTask(turn, name);
        if (turn.Failure.IsSignal)
        {
            turn.Current.Pop();
            Failures.HandleLookup(turn);
        }
        else if (task is not null)
        {
            frame.Procedure = frame.Procedure! with { Step = StartingDialog };
            Stack.PushTask(turn, task, FrameKind.Handler);
        }
        else
        {
            turn.Current.Pop();
            StartDialog(turn, name);
        }
    }

    /// <summary>The dialog on top, if it awaits the event.</summary>
    private static Frame? FindAwaiting(Turn turn, string name) =>
        turn.Current.TopDialog() is { Wait: AwaitWait wait } waiting && string.Equals(wait.EventName, name, StringComparison.Ordinal) ? waiting : null;

    private static void Continue(Turn turn, Frame waiting)
    {
        waiting.Wait = null;
        waiting.Interruption = Interruption.None;
        waiting.Position = waiting.Current + 1;
        waiting.Query = turn.Query ?? waiting.Query;
    }

    private static void StartDialog(Turn turn, string name)
    {
        bool isSystemEvent = name.StartsWith('$');
        if (PushHandling(turn, DialogResolver.FindByEvent(turn, name)) || isSystemEvent || TryBelow(turn, name))
        {
            return;
        }

        PushHandling(turn, DialogResolver.FindByName(turn, PlatformNames.UnknownEvent));
    }

    /// <summary>Starts the dialog that handles the event, which may answer a query later than in this turn.</summary>
    private static bool PushHandling(Turn turn, BoundDialog? dialog)
    {
        BotRun bot = turn.Current;
        int below = bot.Frames.Count;
        if (!ProcedureDialogs.PushFound(turn, dialog))
        {
            return false;
        }

        if (turn.Query is not null && bot.Frames.Count > below && bot.Frames[below].Declaration == dialog)
        {
            bot.Own(below).Query = turn.Query;
        }

        return true;
    }

    /// <summary>Lets the nearest lower bot with a handler take the event; true when one did.</summary>
    private static bool TryBelow(Turn turn, string name)
    {
        BotRun top = turn.Current;
        for (int i = turn.Bots.IndexOf(top) - 1; i >= 0; i--)
        {
            turn.Activate(turn.Bots[i]);
            if (FindAwaiting(turn, name) is { } waiting)
            {
                turn.PopBotsAbove(turn.Current);
                BotStatements.ReleaseSuspended(turn);
                Continue(turn, waiting);
                return true;
            }

            BoundTask? task = FindTask(turn, name);
            if (task is not null)
            {
                Stack.PushProcedure(turn, new Procedure(ProcedureKind.Event, StartingDialogBelow, MapValue.From(("name", name))));
                Stack.PushTask(turn, task, FrameKind.Handler);
                return true;
            }

            BoundDialog? dialog = turn.Failure.IsSignal ? null : DialogResolver.FindByEvent(turn, name);
            if (dialog is not null || turn.Failure.IsSignal)
            {
                StartBelow(turn, dialog);
                return true;
            }
        }

        turn.Activate(top);
        return false;
    }

    private static void StartBelow(Turn turn, BoundDialog? dialog)
    {
        if (dialog is { IsWithoutContext: false })
        {
            turn.PopBotsAbove(turn.Current);
            BotStatements.ReleaseSuspended(turn);
        }

        PushHandling(turn, dialog);
    }

    private static BoundTask? FindTask(Turn turn, string name)
    {
        if (turn.Current.Program.TasksByEvent.TryGetValue(name, out var tasks))
        {
            foreach (BoundTask task in tasks)
            {
                if (Guards.Holds(turn, task))
                {
                    return task;
                }

                if (turn.Failure.IsSignal)
                {
                    return null;
                }
            }
        }

        return null;
    }
}
