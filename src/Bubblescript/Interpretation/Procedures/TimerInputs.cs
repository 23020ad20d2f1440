using Bubblescript.Interpretation.Effects;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Interpretation.Procedures;

/// <summary>Timers that are due (execution model, sections 5.4, 5.5 and 6.2).</summary>
internal static class TimerInputs
{
    public static void Handle(Turn turn, TimerInput input)
    {
        if (turn.FindTimer(kind: null, input.TimerId) is not { } timer)
        {
            return;
        }

        turn.Timers = turn.Timers.Remove(timer);
        switch (timer.Kind)
        {
            case TimerKind.Ask:
                ExpireAsk(turn, timer.Id);
                break;
            case TimerKind.Session:
                SessionTimeoutProcedure.Begin(turn);
                break;
            default:
                Fire(turn, timer.Event!);
                break;
        }
    }

    private static void Fire(Turn turn, ScheduledEvent scheduled)
    {
        if (scheduled.To is null)
        {
            EventProcedure.Begin(turn, new EventInput(scheduled.Name, scheduled.Payload, turn.Identity.Address, EventOrigin.Schedule));
        }
        else
        {
            turn.Add(new EmitEffect(scheduled.To, scheduled.Name, scheduled.Payload));
        }
    }

    private static void ExpireAsk(Turn turn, string timerId)
    {
        for (int i = turn.Bots.Count - 1; i >= 0; i--)
        {
            BotRun bot = turn.Bots[i];
            int index = bot.Frames.FindIndex(frame => frame.Wait is AskWait ask && string.Equals(ask.TimerId, timerId, StringComparison.Ordinal));
            if (index < 0)
            {
                continue;
            }

            if (i < turn.Bots.Count - 1)
            {
                turn.Activate(bot);
                turn.PopBotsAbove(bot);
                BotStatements.Release(turn);
            }

            // A process that was saved runs its __init__ tasks first; the question expires when its frame is current.
            Frame frame = bot.Own(index);
            frame.HasTimedOut = true;
            frame.Interruption = Interruption.Interrupted;
            OpenProcedure.PushInitializers(turn);
            return;
        }
    }
}
