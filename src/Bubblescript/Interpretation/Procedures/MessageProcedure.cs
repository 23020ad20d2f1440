using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Interpretation.Procedures;

/// <summary>A user message (execution model, section 4).</summary>
internal static class MessageProcedure
{
    private const int Accepting = 1;
    private const int Resolving = 2;

    /// <summary>Sets <c>message</c> and runs the hooks before every user message.</summary>
    public static void Begin(Turn turn, MessageInput input)
    {
        turn.SetMessage(input);
        turn.LastUserUtterances = Outgoing.Remember(turn.LastUserUtterances, input.Text);
        SessionTimer.Restart(turn);
        Stack.PushProcedure(turn, new Procedure(ProcedureKind.Message, Accepting, MapValue.Empty));
        PushHooks(turn, PlatformNames.UserMessage);
    }

    public static void Step(Turn turn, Frame frame)
    {
        if (turn.Message is not { } message)
        {
            turn.Current.Pop();
        }
        else if (frame.Procedure!.Step == Accepting)
        {
            Accept(turn, frame, message);
        }
        else
        {
            turn.Current.Pop();
            Resolve(turn, message);
        }
    }

    /// <summary>A message is used up with its turn, also when a hook failed and the dialog that handles the error waits.</summary>
    public static void EndTurn(Turn turn)
    {
        foreach (BotRun bot in turn.Bots)
        {
            int index = bot.Frames.FindIndex(static frame => frame.Procedure?.Kind == ProcedureKind.Message);
            if (index >= 0)
            {
                bot.Frames.RemoveAt(index);
            }
        }
    }

    private static void Accept(Turn turn, Frame frame, RecordValue message)
    {
        if (string.IsNullOrWhiteSpace(Operand.TextOf(message)) && message["data"].IsNil)
        {
            turn.Current.Pop();
            return;
        }

        message = turn.Recount(message);
        Frame? top = turn.Current.TopDialog();
        if (top?.Wait is AskWait ask && Expectations.Match(turn, ask.Expecting, message) is { } match)
        {
            turn.Current.Pop();
            turn.ApplyMatch(message, match);
            Frame waiting = turn.Current.TopDialog()!;
            if (!AskStatements.Accept(turn, waiting, turn.ReadPredefined(PredefinedVariable.Message)))
            {
                Failures.Handle(turn, waiting);
            }

            return;
        }

        if (top?.Wait is PromptWait)
        {
            turn.WritePredefined(PredefinedVariable.Answer, message);
        }

        frame.Procedure = frame.Procedure! with { Step = Resolving };
        PushHooks(turn, PlatformNames.Resolve);
    }

    private static void Resolve(Turn turn, RecordValue message)
    {
        BoundDialog? dialog = DialogResolver.FindByMessage(turn, message);
        if (dialog is null && !turn.Failure.IsSignal)
        {
            dialog = DialogResolver.FindByName(turn, PlatformNames.Unknown);
        }

        if (!ProcedureDialogs.PushFound(turn, dialog))
        {
            ProcedureDialogs.RepeatQuestion(turn);
        }
    }

    private static void PushHooks(Turn turn, string target)
    {
        if (turn.Current.Program.HooksByTarget.TryGetValue(target, out var hooks))
        {
            Stack.PushHandlers(turn, hooks.AsSpan());
        }
    }
}
