using System.Collections.Immutable;
using Bubblescript.Interpretation;

namespace Bubblescript.Storage;

/// <summary>Puts a loaded state right where a change of the scripts has left parts of it without counterpart.</summary>
internal static class StateRepair
{
    /// <summary>A state that the interpreter can go on with.</summary>
    /// <param name="state">What was read.</param>
    /// <param name="savedBots">How many bots were on the bot stack when the state was saved.</param>
    /// <param name="report">Gets a warning for each repair.</param>
    public static ProcessState Apply(ProcessState state, int savedBots, LoadReport report)
    {
        if (state.Bots.Length < savedBots)
        {
            state = state.Bots.IsEmpty ? state with { Status = ProcessStatus.New } : state with { Bots = ReleaseSwitch(state.Bots) };
        }

        state = state with { Timers = RemoveLostAskTimers(state) };
        if (state.PendingCall is { } call && !HasCaller(state, call, savedBots))
        {
            report.Warn("the statement that waited for an answer is gone; the answer will be ignored");
            state = state.WithoutCall();
        }

        return state;
    }

    /// <summary>When the bots above are gone, the bot that is on top now goes on behind its <c>switch_bot</c>.</summary>
    private static ImmutableArray<BotState> ReleaseSwitch(ImmutableArray<BotState> bots)
    {
        BotState top = bots[^1];
        int index = LastSwitch(top.Frames);
        if (index < 0)
        {
            return bots;
        }

        Frame released = top.Frames[index].CloneFor(owner: null!);
        released.Wait = null;
        return bots.SetItem(bots.Length - 1, top with { Frames = top.Frames.SetItem(index, released) });
    }

    private static int LastSwitch(ImmutableArray<Frame> frames)
    {
        for (int i = frames.Length - 1; i >= 0; i--)
        {
            if (frames[i].Wait is SwitchWait)
            {
                return i;
            }
        }

        return -1;
    }

    private static ImmutableArray<ProcessTimer> RemoveLostAskTimers(ProcessState state)
    {
        HashSet<string> asked = new(StringComparer.Ordinal);
        foreach (Frame frame in state.Bots.SelectMany(static bot => bot.Frames))
        {
            if (frame.Wait is AskWait { TimerId: { } id })
            {
                asked.Add(id);
            }
        }

        return state.Timers.RemoveAll(timer => timer.Kind == TimerKind.Ask && !asked.Contains(timer.Id));
    }

    /// <summary>Whether the statement that made the call is still the one that its frame stands at.</summary>
    private static bool HasCaller(ProcessState state, PendingCall call, int savedBots) =>
        state.Bots.Length == savedBots
        && call.BotIndex < state.Bots.Length
        && state.Bots[call.BotIndex].Frames is { IsEmpty: false } frames
        && frames[^1] is { IsEntered: true, Replay: not null };
}
