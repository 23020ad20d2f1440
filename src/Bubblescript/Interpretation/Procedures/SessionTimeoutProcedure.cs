using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Values;

namespace Bubblescript.Interpretation.Procedures;

/// <summary>The end of a session: <c>__timeout__</c> above the stack, then the process is saved (execution model, section 5.5).</summary>
internal static class SessionTimeoutProcedure
{
    public static void Begin(Turn turn)
    {
        SessionTimer.Cancel(turn);
        turn.IsAsleep = true;
        turn.IsInitialized = false;
        BotRun? handler = FindHandler(turn);
        if (handler is not null && handler != turn.Current)
        {
            turn.Activate(handler);
            turn.PopBotsAbove(handler);
            BotStatements.Release(turn);
        }

        Stack.PushProcedure(turn, new Procedure(ProcedureKind.SessionTimeout, 0, MapValue.Empty));
        BoundDialog? dialog = DialogResolver.FindByName(turn, PlatformNames.Timeout);
        if (turn.Failure.IsSignal)
        {
            Failures.HandleLookup(turn);
        }
        else if (dialog is not null)
        {
            Stack.Push(turn, dialog);
        }
    }

    public static void Step(Turn turn)
    {
        turn.Current.Pop();
        if (turn.Current.TopDialog() is { Wait: not null } waiting)
        {
            // An error in __timeout__ counts as an interruption of what waits below, but nothing is repeated at the end of a session.
            waiting.Interruption = Interruption.None;
        }

        turn.Current.IsRootDue = false;
    }

    private static BotRun? FindHandler(Turn turn)
    {
        BotRun top = turn.Current;
        for (int i = turn.Bots.Count - 1; i >= 0; i--)
        {
            turn.Activate(turn.Bots[i]);
            if (DialogResolver.FindByName(turn, PlatformNames.Timeout) is not null || turn.Failure.IsSignal)
            {
                // An error of a guard is met again when the dialog is looked up.
                turn.TakeFailure();
                turn.Activate(top);
                return turn.Bots[i];
            }
        }

        turn.Activate(top);
        return null;
    }
}
