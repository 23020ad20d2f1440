using Bubblescript.Binding.Tree;
using Bubblescript.Builtins;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary><c>emit</c>, <c>query</c>, <c>reply</c> (execution model, section 6).</summary>
internal static class EventStatements
{
    public static Completion Emit(Turn turn, CommandStatement command)
    {
        if (!Operands.TryText(turn, command, 0, out string name)
            || !TryPayload(turn, command, 1, out Value payload)
            || !Operands.TryOption(turn, command, "to", out Value receiver)
            || !TryDue(turn, command, out DateTimeOffset? due)
            || !turn.TryEffect(command.Place))
        {
            return Completion.Failed;
        }

        string? to = command.Option("to") is null ? null : Address(turn, receiver);
        if (to is "")
        {
            turn.Log($"the event '{name}' has no receiver: to: is {ValueDescription.Describe(receiver)}");
        }
        else if (due is { } time)
        {
            Schedule(turn, time, new ScheduledEvent(to, name, payload));
        }
        else if (to is null)
        {
            Outgoing.Send(turn, new EmitPayload(name, payload));
        }
        else if (IsInboxFull(turn, to))
        {
            return FailFull(turn, to, command);
        }
        else
        {
            turn.Add(new EmitEffect(to, name, payload) { BotId = turn.Current.Bot.Id });
        }

        return Completion.Next;
    }

    /// <summary>Asks another process: suspends the statement until the answer is there, then assigns it.</summary>
    public static Completion Query(Turn turn, CommandStatement command)
    {
        if (command.HasPureArguments && turn.TryTakeAnswer(out Value known))
        {
            return TakeAnswer(turn, command, known);
        }

        if (!Operands.TryArgument(turn, command, 0, out Value receiver)
            || !Operands.TryText(turn, command, 1, out string name)
            || !TryPayload(turn, command, 2, out Value payload))
        {
            return Completion.Failed;
        }

        if (!turn.TryTakeAnswer(out Value answer))
        {
            string to = Address(turn, receiver);
            if (IsInboxFull(turn, to))
            {
                return FailFull(turn, to, command);
            }

            answer = turn.Await(new QueryRequest(to, name, payload));
        }

        return TakeAnswer(turn, command, answer);
    }

    private static Completion TakeAnswer(Turn turn, CommandStatement command, Value answer)
    {
        if (answer.IsSignal)
        {
            return turn.Fail(answer);
        }

        return command.Target is null || Assignment.TryAssign(turn, command.Target, answer) ? Completion.Next : Completion.Failed;
    }

    /// <summary>Answers the query that is being handled; the first reply counts, others are ignored.</summary>
    public static Completion Reply(Turn turn, CommandStatement command)
    {
        if (!TryPayload(turn, command, 0, out Value value))
        {
            return Completion.Failed;
        }

        Frame? asked = FindAsked(turn);
        if ((turn.Query ?? asked?.Query) is { } query)
        {
            turn.Add(new ReplyEffect(query, value));
            turn.Query = null;
            asked?.Query = null;
        }

        return Completion.Next;
    }

    /// <summary>The dialog that handles a query and runs, or has called what runs; null when what runs was started by something else meanwhile.</summary>
    private static Frame? FindAsked(Turn turn)
    {
        List<Frame> frames = turn.Current.Frames;
        for (int i = frames.Count - 1; i >= 0; i--)
        {
            Frame frame = frames[i];
            if (frame.Kind is FrameKind.Handler or FrameKind.Procedure || frame.Wait is not null)
            {
                return null;
            }

            if (frame.Query is not null)
            {
                return turn.Current.Own(i);
            }
        }

        return null;
    }

    private static void Schedule(Turn turn, DateTimeOffset time, ScheduledEvent scheduled)
    {
        string id = turn.NextId("s");
        turn.Timers = turn.Timers.Add(new ProcessTimer(id, TimerKind.Schedule, time, scheduled));
        turn.WritePredefined(PredefinedVariable.ScheduleId, id);
    }

    private static bool IsInboxFull(Turn turn, string to) => turn.Environment.Settings.IsInboxFull?.Invoke(to, turn.Current.Bot.Id) == true;

    private static Completion FailFull(Turn turn, string to, CommandStatement command) =>
        turn.Fail($"the inbox of {to} is full: {turn.Limits.Inbox} inputs wait", command.Place);

    private static bool TryPayload(Turn turn, CommandStatement command, int index, out Value payload)
    {
        if (!Operands.TryArgument(turn, command, index, out payload))
        {
            return false;
        }

        payload = ValueNormalizer.Normalize(payload, turn.Locale, turn.Limits);
        if (payload.AsError() is not { } error)
        {
            return true;
        }

        turn.Fail(error.At(command.Place.Source, command.Place.Span).ToValue());
        return false;
    }

    /// <summary>The address as text. An atom that was sent in a payload has become a string, and means the same.</summary>
    private static string Address(Turn turn, Value receiver) => receiver.AsAtom() is { } atom
        ? ":" + atom
        : ValueText.ToText(receiver, turn.Locale) switch
        {
            "master" => PlatformAddresses.OwnMaster,
            "chat_bubble" => PlatformAddresses.Page,
            string text => text,
        };

    private static bool TryDue(Turn turn, CommandStatement command, out DateTimeOffset? due)
    {
        due = null;
        if (command.Option("in") is not null)
        {
            return TryDelay(turn, command, out due);
        }

        if (command.Option("at") is null)
        {
            return true;
        }

        if (!Operands.TryOption(turn, command, "at", out Value at))
        {
            return false;
        }

        if (!Moments.TryRead(turn, at, out DateTimeOffset moment))
        {
            turn.Fail($"at: must be a date such as \"2024-05-01T13:45:00Z\", got {ValueDescription.Describe(at)}", command.Place);
            return false;
        }

        due = moment;
        return true;
    }

    private static bool TryDelay(Turn turn, CommandStatement command, out DateTimeOffset? due)
    {
        due = null;
        if (!Operands.TryOption(turn, command, "in", out Value option))
        {
            return false;
        }

        if (Operand.Of(option).AsDouble() is < 0)
        {
            // A time in the past is due at once.
            due = turn.Time;
            return true;
        }

        if (!Duration.TryParse(option, out TimeSpan delay) || delay == Timeout.InfiniteTimeSpan)
        {
            turn.Fail($"in: must be a number of seconds or a duration such as \"10m\", got {ValueDescription.Describe(option)}", command.Place);
            return false;
        }

        due = DateTimeOffset.MaxValue - turn.Time < delay ? DateTimeOffset.MaxValue : turn.Time + delay;
        return true;
    }
}
