using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What happens when a waiting frame becomes current again (execution model, section 2.1, b to d).</summary>
internal static class Interruptions
{
    /// <summary>Lets an interrupted frame take up its wait again; false when the frame simply keeps waiting.</summary>
    public static bool TryResume(Turn turn, Frame frame)
    {
        if (frame.Interruption == Interruption.None)
        {
            return false;
        }

        switch (frame.Wait)
        {
            case AskWait when frame.HasTimedOut:
                AskStatements.Expire(turn, frame);
                return true;
            case AskWait:
                ResumeAsk(turn, frame);
                return true;
            case PromptWait:
                Repeat(turn, frame);
                return true;
            default:
                frame.Interruption = Interruption.None;
                return false;
        }
    }

    private static void ResumeAsk(Turn turn, Frame frame)
    {
        if (frame.Interruption == Interruption.Interrupted)
        {
            frame.Interruption = Interruption.Returned;
            BoundDialog? returning = DialogResolver.FindByName(turn, PlatformNames.Returning);
            if (turn.Failure.IsSignal)
            {
                Failures.HandleLookup(turn);
                return;
            }

            if (returning is not null)
            {
                Stack.Push(turn, returning);
                return;
            }
        }

        Repeat(turn, frame);
    }

    /// <summary>Sends the question again by executing its statement again, which also restarts its timeout.</summary>
    private static void Repeat(Turn turn, Frame frame)
    {
        Stack.CancelAsk(turn, frame);
        frame.Wait = null;
        frame.Interruption = Interruption.None;
        frame.Position = frame.Current;
    }
}
