using Bubblescript.Binding.Tree;
using Bubblescript.Interpretation.Procedures;

namespace Bubblescript.Interpretation;

/// <summary>Runs a stack until it waits or is empty (execution model, section 2.1).</summary>
internal static class TurnLoop
{
    public static void Run(Turn turn)
    {
        while (turn.PendingCall is null)
        {
            BotRun bot = turn.Current;
            Frame? frame = bot.Top;
            if (frame is null)
            {
                if (!TryRunRoot(turn, bot))
                {
                    return;
                }
            }
            else if (frame.Kind == FrameKind.Procedure)
            {
                ProcedureRunner.Step(turn, frame);
            }
            else if (frame.Wait is null)
            {
                RunFrame(turn, frame);
            }
            else if (!Interruptions.TryResume(turn, frame))
            {
                return;
            }
        }
    }

    private static void RunFrame(Turn turn, Frame frame)
    {
        Completion completion = frame.IsEntered ? StatementRunner.Run(turn, frame) : Stack.Enter(turn, frame);
        if (completion == Completion.Failed)
        {
            Failures.Handle(turn, frame);
        }
    }

    private static bool TryRunRoot(Turn turn, BotRun bot)
    {
        if (!bot.IsRootDue)
        {
            return false;
        }

        bot.IsRootDue = false;
        BoundDialog? root = DialogResolver.FindByName(turn, PlatformNames.Root);
        if (turn.Failure.IsSignal)
        {
            Failures.HandleLookup(turn);
            return true;
        }

        if (root is null)
        {
            return false;
        }

        Stack.Push(turn, root);
        return true;
    }
}
