using System.Globalization;
using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Procedures;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary><c>ask</c> (language reference, section 7.2): sending, accepting and expiring.</summary>
internal static class AskStatements
{
    /// <summary>Sends the question and waits. To repeat a question this statement is executed again.</summary>
    public static Completion Ask(Turn turn, Frame frame, CommandStatement command)
    {
        if (!Operands.TryArgument(turn, command, 0, out Value question)
            || !Operands.TryOptions(turn, command, out MapValue options)
            || !TryTimeout(turn, command, options, out TimeSpan? timeout))
        {
            return Completion.Failed;
        }

        Value expecting = options["expecting"];
        if (Expectations.Problem(turn, expecting) is { } problem)
        {
            return turn.Fail(problem, command.Place);
        }

        QuickReplyList replies = options.ContainsKey("quick_replies")
            ? QuickReplies.Of(turn, options["quick_replies"])
            : QuickReplies.OfExpecting(turn, expecting);
        if (OutputStatements.SayText(turn, ValueText.ToText(question, turn.Locale), options, replies, command) == Completion.Failed)
        {
            return Completion.Failed;
        }

        Widgets.Open(turn, expecting);
        if (turn.IsWaitingForbidden)
        {
            return Complete(turn, frame, command, default) ? Completion.Next : Completion.Failed;
        }

        frame.Wait = AskWait.For(expecting, timeout is { } duration ? StartTimer(turn, duration) : null);
        frame.Interruption = Interruption.None;
        frame.HasTimedOut = false;
        frame.Position = frame.Current;
        return Completion.Yield;
    }

    /// <summary>Gives a waiting ask its result: the dialog goes on after it. False when assigning failed.</summary>
    public static bool Accept(Turn turn, Frame frame, Value result)
    {
        Stack.CancelAsk(turn, frame);
        frame.Wait = null;
        frame.Interruption = Interruption.None;
        frame.HasTimedOut = false;
        frame.Position = frame.Current + 1;
        turn.SetLocals(frame.Locals);
        return Complete(turn, frame, (CommandStatement)frame.Declaration!.Body.Code[frame.Current], result);
    }

    /// <summary>Ends an ask that expired: its result is nil, and its timeout dialog runs before the dialog goes on.</summary>
    public static void Expire(Turn turn, Frame frame)
    {
        CommandStatement command = (CommandStatement)frame.Declaration!.Body.Code[frame.Current];
        if (!Accept(turn, frame, default))
        {
            Failures.Handle(turn, frame);
            return;
        }

        BoundDialog? dialog = DialogResolver.FindByName(turn, command.Name ?? PlatformNames.AskTimeout);
        if (turn.Failure.IsSignal)
        {
            Failures.HandleLookup(turn);
        }
        else if (dialog is not null)
        {
            Stack.Push(turn, dialog);
        }
    }

    private static bool Complete(Turn turn, Frame frame, CommandStatement command, Value result)
    {
        turn.WritePredefined(PredefinedVariable.Answer, result);
        if (command.Target is null || Assignment.TryAssign(turn, command.Target, result))
        {
            return true;
        }

        frame.Position = frame.Current + 1;
        return false;
    }

    private static string StartTimer(Turn turn, TimeSpan timeout)
    {
        string id = turn.NextId("a");
        turn.Timers = turn.Timers.Add(new ProcessTimer(id, TimerKind.Ask, turn.Time + timeout));
        return id;
    }

    private static bool TryTimeout(Turn turn, CommandStatement command, MapValue options, out TimeSpan? timeout)
    {
        timeout = turn.Current.Program.Settings.AskTimeout;
        Value option = options["timeout"];
        if (option.IsNil)
        {
            return true;
        }

        if (!Duration.TryParse(option, out TimeSpan duration) || (duration < TimeSpan.Zero && duration != Timeout.InfiniteTimeSpan))
        {
            turn.Fail($"timeout: must be a number of seconds, a duration such as \"1m\" or :infinity, got {ValueDescription.Describe(option)}", command.Place);
            return false;
        }

        timeout = duration == Timeout.InfiniteTimeSpan ? null : duration;
        return true;
    }
}
