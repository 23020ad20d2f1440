using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Interpretation.Procedures;

namespace Bubblescript.Interpretation;

/// <summary>Runs a stack until it waits or is empty (execution model, section 2.1).</summary>
internal static class TurnLoop
{
    private const int MostRootFailures = 2;

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
        bool isDue = bot.IsRootDue && bot.RootFailures < MostRootFailures;
        bot.IsRootDue = false;
        if (!isDue)
        {
            return false;
        }

        BoundDialog? root = DialogResolver.FindByName(turn, PlatformNames.Root);
        if (turn.Failure.IsSignal)
        {
            bot.RootFailures++;
            Failures.HandleLookup(turn);
            return true;
        }

        if (root is null)
        {
            return false;
        }

        Stack.Push(turn, root);
        bot.RootId = bot.Frames.Find(static frame => frame.Kind == FrameKind.Dialog)!.Id;
        return true;
    }
}
