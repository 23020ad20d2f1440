using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Pushing, entering and popping frames.</summary>
internal static class Stack
{
    /// <summary>Puts a dialog on the stack with its hooks above it, which run first. A limit error is in <see cref="Turn.Failure"/>.</summary>
    public static Completion Push(Turn turn, BoundDialog dialog)
    {
        BotRun bot = turn.Current;
        if (bot.Frames.Count >= turn.Limits.Frames && !dialog.IsDefault)
        {
            return turn.Fail($"the dialog stack is deeper than {turn.Limits.Frames} dialogs", dialog.Place);
        }

        bot.Frames.Add(NewFrame(turn, FrameKind.Dialog, dialog));
        if (dialog.Name is not null && bot.Program.HooksByTarget.TryGetValue(dialog.Name, out var hooks))
        {
            for (int i = hooks.Length - 1; i >= 0; i--)
            {
                bot.Frames.Add(NewFrame(turn, FrameKind.Handler, hooks[i]));
            }
        }

        return Completion.Yield;
    }

    /// <summary>Puts all tasks above the stack so that they run in file order, each if its guard holds.</summary>
    public static void PushHandlers(Turn turn, ReadOnlySpan<BoundTask> tasks)
    {
        for (int i = tasks.Length - 1; i >= 0; i--)
        {
            turn.Current.Frames.Add(NewFrame(turn, FrameKind.Handler, tasks[i]));
        }
    }

    /// <summary>Puts a task on the stack whose guard has been found to hold.</summary>
    public static Frame PushTask(Turn turn, BoundTask task, FrameKind kind)
    {
        Frame frame = NewFrame(turn, kind, task);
        frame.IsEntered = true;
        Prepare(frame, task.Body);
        turn.Current.Frames.Add(frame);
        return frame;
    }

    public static void PushProcedure(Turn turn, Procedure procedure) => turn.Current.Frames.Add(new Frame
    {
        Kind = FrameKind.Procedure,
        Procedure = procedure,
        Id = turn.NextNumber(),
        IsEntered = true,
        Owner = turn,
    });

    /// <summary>A frame that is on top for the first time begins: a hook looks at its guard, a dialog enters the history.</summary>
    public static Completion Enter(Turn turn, Frame frame)
    {
        BoundDeclaration declaration = frame.Declaration!;
        if (!turn.TryStep(declaration.Place))
        {
            return Completion.Failed;
        }

        Prepare(frame, declaration.Body);
        if (declaration is BoundDialog dialog)
        {
            turn.Current.EnterHistory(dialog.DisplayName);
        }
        else if (!Guards.Holds(turn, declaration))
        {
            return turn.Failure.IsSignal ? Completion.Failed : DropTop(turn);
        }

        frame.IsEntered = true;
        return Completion.Yield;
    }

    /// <summary>Pops the top frame at its end; an empty stack may then run <c>__root__</c>.</summary>
    public static void Pop(Turn turn)
    {
        BotRun bot = turn.Current;
        Frame frame = bot.Frames[^1];
        bot.Pop();
        CancelAsk(turn, frame);
        if (frame is { Kind: FrameKind.Dialog, Declaration: BoundDialog dialog })
        {
            bot.IsRootDue = !string.Equals(dialog.Name, PlatformNames.Root, StringComparison.Ordinal);
        }
    }

    /// <summary>Removes the frames above an index without any of the consequences of popping.</summary>
    public static void CutTo(Turn turn, int count)
    {
        BotRun bot = turn.Current;
        while (bot.Frames.Count > count)
        {
            CancelAsk(turn, bot.Frames[^1]);
            bot.Pop();
        }
    }

    /// <summary>Empties the stack; a conversation that is being closed still closes.</summary>
    public static void Clear(Turn turn)
    {
        Frame? closing = turn.Current.Frames.Find(static frame => frame.Procedure?.Kind == ProcedureKind.Close);
        CutTo(turn, 0);
        turn.Current.IsRootDue = false;
        if (closing is not null)
        {
            turn.Current.Frames.Add(closing);
        }
    }

    /// <summary>
    /// Removes the dialogs above an index for a statement of the script. The input that has picked the conversation up is still to be handled, so what
    /// waits to do that stays, at the bottom.
    /// </summary>
    public static void CutDialogsTo(Turn turn, int count)
    {
        List<Frame> frames = turn.Current.Frames;
        int resuming = frames.FindIndex(static frame => frame.Procedure?.Kind == ProcedureKind.Resume);
        Frame? resumption = resuming < 0 ? null : frames[resuming];
        if (count == 0)
        {
            Clear(turn);
        }
        else
        {
            CutTo(turn, count);
        }

        if (resumption is not null && resuming >= count)
        {
            frames.Insert(0, resumption);
        }
    }

    /// <summary>Marks the top dialog as interrupted if it waits, because something comes above it.</summary>
    public static void Interrupt(Turn turn)
    {
        if (turn.Current.TopDialog() is { Wait: not null } top && top.Interruption == Interruption.None)
        {
            top.Interruption = Interruption.Interrupted;
        }
    }

    public static void CancelAsk(Turn turn, Frame frame)
    {
        if (frame.Wait is AskWait { TimerId: { } id })
        {
            RemoveTimer(turn, id);
        }
    }

    private static void Prepare(Frame frame, BoundBody body)
    {
        frame.Locals = body.LocalNames.Length == 0 ? [] : new Value[body.LocalNames.Length];
        frame.Loops = body.LoopCount == 0 ? [] : new LoopState?[body.LoopCount];
    }

    private static void RemoveTimer(Turn turn, string id) =>
        turn.Timers = turn.Timers.RemoveAll(timer => timer.Kind == TimerKind.Ask && string.Equals(timer.Id, id, StringComparison.Ordinal));

    private static Completion DropTop(Turn turn)
    {
        turn.Current.Pop();
        return Completion.Yield;
    }

    private static Frame NewFrame(Turn turn, FrameKind kind, BoundDeclaration declaration) => new()
    {
        Kind = kind,
        Declaration = declaration,
        Id = turn.NextNumber(),
        Owner = turn,
    };
}
