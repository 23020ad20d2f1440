using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Interpretation.Procedures;

/// <summary><c>close</c>: everything is dropped, <c>__closed__</c> runs, the conversation ends (execution model, section 5.7).</summary>
internal static class CloseProcedure
{
    public static bool IsRunning(Turn turn) => turn.Current.Frames.Exists(static frame => frame.Procedure?.Kind == ProcedureKind.Close);

    public static Completion Begin(Turn turn)
    {
        BotRun current = turn.Bots[^1];
        foreach (BotRun bot in turn.Bots)
        {
            turn.Activate(bot);
            Stack.Clear(turn);
        }

        turn.Activate(current);
        turn.Timers = [];
        Stack.PushProcedure(turn, new Procedure(ProcedureKind.Close, 0, MapValue.Empty));
        BoundDialog? dialog = DialogResolver.FindByName(turn, PlatformNames.Closed);
        if (turn.Failure.IsSignal)
        {
            Failures.HandleLookup(turn);
            return Completion.Yield;
        }

        return dialog is null ? Completion.Yield : Stack.Push(turn, dialog);
    }

    public static void Step(Turn turn)
    {
        Stack.CutTo(turn, 0);
        turn.Current.IsRootDue = false;
        turn.Timers = [];
        Outgoing.Send(turn, new InputMethodPayload("closed", MapValue.Empty));
        turn.Add(new ClosedEffect());
        turn.Status = ProcessStatus.Closed;
        turn.IsAsleep = false;
        turn.IsInitialized = false;
    }
}
