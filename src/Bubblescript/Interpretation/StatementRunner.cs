using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Executes the statements of a frame until it waits, ends, calls another frame or fails.</summary>
internal static class StatementRunner
{
    public static Completion Run(Turn turn, Frame frame)
    {
        turn.SetLocals(frame.Locals);
        turn.TaskDepth = frame.Kind == FrameKind.Task ? turn.Current.CountTasks() : 0;
        BoundBody body = frame.Declaration!.Body;
        while (true)
        {
            if (frame.Position >= body.Code.Length)
            {
                return FlowStatements.End(turn, frame, default);
            }

            BoundStatement statement = body.Code[frame.Position];
            frame.Current = frame.Position;
            Completion completion = statement.MaySuspend ? RunReplayable(turn, frame, statement) : Execute(turn, frame, statement);
            if (completion != Completion.Next)
            {
                return completion;
            }
        }
    }

    /// <summary>
    /// Runs a statement that may wait for the outside. When it does, everything it has done is undone; it starts again when the answer is there.
    /// </summary>
    private static Completion RunReplayable(Turn turn, Frame frame, BoundStatement statement)
    {
        StatementSnapshot snapshot = turn.TakeSnapshot();
        turn.BeginStatement(frame);
        Completion completion = Execute(turn, frame, statement);
        if (completion == Completion.Failed && turn.Failure.Reference is Suspension)
        {
            turn.Restore(snapshot);
            frame.Position = frame.Current;
            frame.Replay ??= new StatementReplay(turn.Now, []);
        }
        else
        {
            frame.Replay = null;
        }

        turn.StatementTime = null;
        return completion;
    }

    private static Completion Execute(Turn turn, Frame frame, BoundStatement statement)
    {
        frame.Position++;
        return statement switch
        {
            CommandStatement command => Commands.Execute(turn, frame, command),
            _ => SimpleStatements.Execute(turn, statement, frame.Loops, out int target) is var completion && target >= 0
                ? JumpTo(frame, target, completion)
                : completion,
        };
    }

    private static Completion JumpTo(Frame frame, int target, Completion completion)
    {
        frame.Position = target;
        return completion;
    }
}
