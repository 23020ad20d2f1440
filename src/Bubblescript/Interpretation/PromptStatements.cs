using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary><c>prompt</c> and <c>await</c> (language reference, section 7.2).</summary>
internal static class PromptStatements
{
    /// <summary>Shows the prompt and waits; executed again after each dialog that came above it, with the later text.</summary>
    public static Completion Prompt(Turn turn, Frame frame, CommandStatement command)
    {
        if (!Operands.TryArgument(turn, command, 0, out Value value) || !Operands.TryOptions(turn, command, out MapValue options))
        {
            return Completion.Failed;
        }

        BoundDialog? dialog = null;
        if (command.Name is not null)
        {
            dialog = DialogResolver.FindByName(turn, command.Name);
            if (turn.Failure.IsSignal)
            {
                return Completion.Failed;
            }
        }
        else if (Show(turn, frame, command, value, options) == Completion.Failed)
        {
            return Completion.Failed;
        }

        if (turn.IsWaitingForbidden)
        {
            turn.WritePredefined(PredefinedVariable.Answer, default);
            return Completion.Next;
        }

        frame.PromptCount++;
        frame.Wait = new PromptWait();
        frame.Interruption = Interruption.None;
        frame.Position = frame.Current;
        return dialog is null ? Completion.Yield : Stack.Push(turn, dialog);
    }

    /// <summary>Lets the dialog go on after its prompt.</summary>
    public static void Leave(Frame frame)
    {
        frame.Wait = null;
        frame.Interruption = Interruption.None;
        frame.PromptCount = 0;
        frame.Position = frame.Current + 1;
    }

    public static Completion Await(Turn turn, Frame frame, CommandStatement command)
    {
        if (!Operands.TryArgument(turn, command, 0, out Value value))
        {
            return Completion.Failed;
        }

        string name = value.AsRecord() is { RecordKind: RecordKind.Event } record
            ? ValueText.ToText(record["name"], turn.Locale)
            : ValueText.ToText(value, turn.Locale);
        if (name.Length == 0)
        {
            return turn.Fail("await needs an event, as in await event(\"paid\")", command.Place);
        }

        if (turn.IsWaitingForbidden)
        {
            return Completion.Next;
        }

        frame.Wait = new AwaitWait(name);
        frame.Interruption = Interruption.None;
        frame.Position = frame.Current;
        return Completion.Yield;
    }

    private static Completion Show(Turn turn, Frame frame, CommandStatement command, Value value, MapValue options)
    {
        Value text = value.AsList() is { Count: > 0 } texts ? texts[Math.Min(frame.PromptCount, texts.Count - 1)] : value;
        QuickReplyList replies = options.ContainsKey("quick_replies")
            ? QuickReplies.Of(turn, options["quick_replies"])
            : Labels(turn, (BoundDialog)frame.Declaration!);
        return turn.Failure.IsSignal
            ? Completion.Failed
            : OutputStatements.SayText(turn, ValueText.ToText(text, turn.Locale), options, replies, command);
    }

    private static QuickReplyList Labels(Turn turn, BoundDialog dialog)
    {
        List<QuickReply> replies = [];
        foreach (BoundDialog inner in dialog.InnerDialogs)
        {
            if (inner.Label is null || !Guards.Holds(turn, inner))
            {
                continue;
            }

            Value label = turn.EvaluateOutside(inner.Label);
            if (label.IsSignal)
            {
                turn.Fail(label);
                break;
            }

            replies.Add(QuickReply.FromTitle(ValueText.ToText(label, turn.Locale)));
        }

        return QuickReplyList.From(replies);
    }
}
