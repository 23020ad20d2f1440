using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Interpretation.Procedures;

/// <summary>A saved conversation is picked up by its user (execution model, section 5.6).</summary>
internal static class ResumeProcedure
{
    private const int Resuming = 0;
    private const int Continuing = 1;

    /// <summary>Runs <c>__init__</c> and <c>__resume__</c>; the input is handled afterwards unless <c>__resume__</c> waits.</summary>
    public static void Begin(Turn turn, ProcessInput input)
    {
        turn.IsAsleep = false;
        turn.RenewSession();
        SessionTimer.Restart(turn);
        Stack.PushProcedure(turn, new Procedure(ProcedureKind.Resume, Resuming, InputData.Encode(input)));
        OpenProcedure.PushInitializers(turn);
    }

    public static void Step(Turn turn, Frame frame)
    {
        Procedure procedure = frame.Procedure!;
        if (procedure.Step == Resuming)
        {
            frame.Procedure = procedure with { Step = Continuing };
            BoundDialog? dialog = DialogResolver.FindByName(turn, PlatformNames.Resume);
            if (turn.Failure.IsSignal)
            {
                Failures.HandleLookup(turn);
            }
            else if (dialog is not null)
            {
                Stack.Push(turn, dialog);
            }

            return;
        }

        turn.Current.Pop();
        turn.Current.IsRootDue = false;
        if (InputData.Decode(procedure.Data) is { } input)
        {
            turn.Handle(input);
        }
        else
        {
            RepeatPending(turn);
        }
    }

    /// <summary>
    /// When a turn ends with a <c>__resume__</c> that waits, the input is used up: what waited below repeats its question when it is current again.
    /// </summary>
    public static void EndTurn(Turn turn)
    {
        foreach (BotRun bot in turn.Bots)
        {
            int index = bot.Frames.FindIndex(static frame => frame.Procedure?.Kind == ProcedureKind.Resume);
            if (index < 0)
            {
                continue;
            }

            bot.Frames.RemoveAt(index);
            if (index > 0 && bot.Own(index - 1) is { Wait: not null } below)
            {
                below.Interruption = Interruption.Returned;
            }
        }
    }

    private static void RepeatPending(Turn turn)
    {
        if (turn.Current.TopDialog() is { Wait: AskWait or PromptWait } top)
        {
            top.Interruption = Interruption.Returned;
        }
        else if (turn.Current.Frames.Count == 0)
        {
            turn.Current.IsRootDue = true;
        }
    }
}
