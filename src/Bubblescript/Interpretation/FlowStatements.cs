using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Procedures;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>The statements of the dialog stack (language reference, section 7.3).</summary>
internal static class FlowStatements
{
    public static Completion Invoke(Turn turn, Frame frame, CommandStatement command)
    {
        BoundDialog? dialog = DialogResolver.FindByName(turn, command.Name!);
        if (turn.Failure.IsSignal)
        {
            return Completion.Failed;
        }

        if (dialog is null)
        {
            return Completion.Next;
        }

        if (!command.IsReset)
        {
            return Stack.Push(turn, dialog);
        }

        Stack.CutDialogsTo(turn, 0);
        return CloseProcedure.IsRunning(turn) ? Completion.Yield : Stack.Push(turn, dialog);
    }

    public static Completion Goto(Turn turn, CommandStatement command)
    {
        BoundDialog? dialog = DialogResolver.FindByName(turn, command.Name!);
        if (turn.Failure.IsSignal)
        {
            return Completion.Failed;
        }

        if (dialog is null)
        {
            return turn.Fail($"no dialog '{command.Name}' has a guard that holds", command.Place);
        }

        QueryReference? query = turn.Current.Top!.Query;
        int place = turn.Current.Frames.Count - 1;
        Stack.CutTo(turn, place);
        Completion completion = Stack.Push(turn, dialog);
        if (query is not null && completion != Completion.Failed)
        {
            // The dialog that takes the place also takes over whom to answer.
            turn.Current.Own(place).Query = query;
        }

        return completion;
    }

    /// <summary>The end of a dialog or task: <c>stop</c>, <c>return</c>, or the end of its code.</summary>
    public static Completion End(Turn turn, Frame frame, Value result)
    {
        if (frame.Kind == FrameKind.Task)
        {
            return TaskStatements.Finish(turn, frame, result);
        }

        Stack.Pop(turn);
        return Completion.Yield;
    }

    /// <summary>Ends the dialogs above the innermost prompt, which the dialog below then leaves.</summary>
    public static Completion Continue(Turn turn, Frame frame)
    {
        BotRun bot = turn.Current;
        int prompting = bot.Frames.FindLastIndex(static candidate => candidate.Wait is PromptWait);
        if (prompting < 0)
        {
            return End(turn, frame, default);
        }

        Frame prompt = bot.Own(prompting);
        Stack.CutDialogsTo(turn, prompting + 1);
        PromptStatements.Leave(prompt);
        return Completion.Yield;
    }

    public static Completion Reset(Turn turn)
    {
        Stack.CutDialogsTo(turn, 0);
        if (CloseProcedure.IsRunning(turn))
        {
            return Completion.Yield;
        }

        BoundDialog? main = DialogResolver.FindByName(turn, PlatformNames.Main);
        if (turn.Failure.IsSignal)
        {
            Failures.HandleLookup(turn);
            return Completion.Yield;
        }

        return main is null ? Completion.Yield : Stack.Push(turn, main);
    }

    public static Completion Halt(Turn turn)
    {
        Stack.CutDialogsTo(turn, 0);
        return Completion.Yield;
    }

    public static Completion Close(Turn turn, Frame frame) => CloseProcedure.IsRunning(turn)
        ? End(turn, frame, default)
        : CloseProcedure.Begin(turn);
}
