using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Builtins;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Runtime errors (execution model, section 8) and suspensions.</summary>
internal static class Failures
{
    /// <summary>Handles what made the top frame fail.</summary>
    public static void Handle(Turn turn, Frame frame)
    {
        Value failure = turn.TakeFailure();
        if (failure.Reference is Suspension suspension)
        {
            if (TrySuspend(turn, frame, suspension))
            {
                return;
            }

            failure = turn.TakeFailure();
        }

        RuntimeError error = failure.AsError()!;
        string? dialog = turn.Current.TopDialog()?.Declaration is BoundDialog current ? current.DisplayName : null;
        DropFailedFrames(turn, frame);
        Raise(turn, error, dialog);
    }

    /// <summary>Handles an error of a look-up (a guard, a trigger, a schema of the runtime's own work): no frame is dropped.</summary>
    public static void HandleLookup(Turn turn)
    {
        string? dialog = turn.Current.TopDialog()?.Declaration is BoundDialog current ? current.DisplayName : null;
        Raise(turn, turn.TakeFailure().AsError()!, dialog);
    }

    /// <summary>Lets the outside answer, or a task that a language model asks for; false when that task cannot be started.</summary>
    private static bool TrySuspend(Turn turn, Frame frame, Suspension suspension)
    {
        if (string.Equals(suspension.Request.Kind, LanguageModelFunctions.TaskRequestKind, StringComparison.Ordinal))
        {
            return TaskStatements.PerformForModel(turn, frame, suspension.Request) != Completion.Failed;
        }

        turn.PendingCall = new PendingCall(turn.NextId("c"), suspension.Request, turn.Bots.IndexOf(turn.Current));
        turn.Add(new CallEffect(turn.PendingCall));
        return true;
    }

    /// <summary>An error in a dialog drops it; in a performed task the task and the dialog that called it; in a handler only the handler.</summary>
    private static void DropFailedFrames(Turn turn, Frame frame)
    {
        BotRun bot = turn.Current;
        Frame failed = frame;
        Stack.CutTo(turn, bot.Frames.Count - 1);
        while (failed.Kind == FrameKind.Task && bot.Frames.Count > 0)
        {
            failed = bot.Frames[^1];
            Stack.CutTo(turn, bot.Frames.Count - 1);
        }

        bot.RootFailures += failed.Id == bot.RootId ? 1 : 0;
    }

    private static void Raise(Turn turn, RuntimeError error, string? dialog)
    {
        BotRun bot = turn.Current;
        (int line, int column) = error.Source?.GetPosition(error.Span.Start) ?? (0, 0);
        string? file = error.Source?.Path;
        turn.Add(new ErrorEffect(error.Message, file, line, column, dialog));
        bool isInsideError = bot.Frames.Exists(static frame => IsErrorDialog(frame)) || string.Equals(dialog, PlatformNames.Error, StringComparison.Ordinal);
        if (isInsideError)
        {
            Stack.Clear(turn);
            return;
        }

        if (error.IsLimit && !turn.TryRenewSteps())
        {
            Stack.Clear(turn);
            return;
        }

        bot.Error = new RecordValue(RecordKind.Error, MapValue.From(
            ("message", error.Message),
            ("location", file is null ? default : Value.From($"{file}:{line}")),
            ("file", file),
            ("line", line),
            ("column", column),
            ("dialog", dialog)));
        BoundDialog? handler = DialogResolver.FindByName(turn, PlatformNames.Error);
        if (turn.Failure.IsSignal)
        {
            RuntimeError second = turn.TakeFailure().AsError()!;
            turn.Add(new ErrorEffect(second.Message, second.Source?.Path, 0, 0, PlatformNames.Error));
            Stack.Clear(turn);
            return;
        }

        if (handler is not null)
        {
            Stack.Interrupt(turn);
            Stack.Push(turn, handler);
        }
        else if (turn.Identity.Kind != ProcessKind.Conversation)
        {
            Stack.Clear(turn);
        }
    }

    private static bool IsErrorDialog(Frame frame) =>
        frame.Declaration is BoundDialog { Name: PlatformNames.Error };
}
