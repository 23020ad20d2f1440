namespace Bubblescript.Interpretation.Procedures;

/// <summary>The session timer: due <c>@timeout</c> after the last user input (execution model, section 5.5).</summary>
internal static class SessionTimer
{
    private const string TimerId = "session";

    public static void Restart(Turn turn)
    {
        Cancel(turn);
        if (turn.IsAsleep && turn.IsConversation)
        {
            // The session is over; the next one begins when the user picks the conversation up.
            return;
        }

        if (turn.Identity.Kind != ProcessKind.Master && turn.Bots[0].Program.Settings.SessionTimeout is { } timeout)
        {
            turn.Timers = turn.Timers.Add(new ProcessTimer(TimerId, TimerKind.Session, turn.Time + timeout));
        }
    }

    public static void Cancel(Turn turn)
    {
        if (turn.FindTimer(TimerKind.Session, TimerId) is { } timer)
        {
            turn.Timers = turn.Timers.Remove(timer);
        }
    }
}
