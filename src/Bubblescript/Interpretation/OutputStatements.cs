using Bubblescript.Binding.Tree;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary><c>say</c>, <c>type</c>, <c>pause</c>, <c>react</c> (language reference, section 7.1).</summary>
internal static class OutputStatements
{
    public static Completion Say(Turn turn, CommandStatement command)
    {
        if (!Operands.TryArgument(turn, command, 0, out Value value) || !Operands.TryOptions(turn, command, out MapValue options))
        {
            return Completion.Failed;
        }

        QuickReplyList replies = options.ContainsKey("quick_replies")
            ? QuickReplies.Of(turn, options["quick_replies"])
            : QuickReplies.OfExpecting(turn, options["expecting"]);
        return SayText(turn, ValueText.ToText(value, turn.Locale), options, replies, command);
    }

    /// <summary>Sends one text message; blank text sends nothing.</summary>
    public static Completion SayText(Turn turn, string text, MapValue options, QuickReplyList replies, CommandStatement command)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Completion.Next;
        }

        if (!Outgoing.TryUtter(turn, text, command.Place))
        {
            return Completion.Failed;
        }

        Value hints = options["speech_hints"];
        TextPayload payload = new(text)
        {
            Class = options["class"].IsNil ? null : ValueText.ToText(options["class"], turn.Locale),
            QuickReplies = replies,
            SpeechHints = hints.IsNil ? hints : ValueNormalizer.Normalize(hints, turn.Locale),
        };
        return Outgoing.Say(turn, payload, options, command.Place);
    }

    public static Completion Pace(Turn turn, CommandStatement command)
    {
        if (!Operands.TryArgument(turn, command, 0, out Value value))
        {
            return Completion.Failed;
        }

        if (!Duration.TryParse(value, out TimeSpan duration) || duration < TimeSpan.Zero)
        {
            string word = command.Kind == CommandKind.Type ? "type" : "pause";
            return turn.Fail($"{word} needs a number of seconds or a duration such as \"2s\", got {ValueDescription.Describe(value)}", command.Place);
        }

        MessageDelay delay = MessageDelay.FromMilliseconds((long)duration.TotalMilliseconds);
        if (command.Kind == CommandKind.Type)
        {
            turn.Add(new MessageEffect(ChatMessage.From(new TypingPayload(IsOn: true)) with { Delay = delay, Time = turn.Time }));
            turn.Add(new MessageEffect(ChatMessage.From(new TypingPayload(IsOn: false)) with { Time = turn.Time }));
        }
        else
        {
            turn.Add(new MessageEffect(ChatMessage.From(SleepPayload.Instance) with { Delay = delay, Time = turn.Time }));
        }

        return Completion.Next;
    }

    public static Completion React(Turn turn, CommandStatement command)
    {
        if (!Operands.TryText(turn, command, 0, out string text))
        {
            return Completion.Failed;
        }

        string? messageId = turn.ReadPredefined(Evaluation.PredefinedVariable.Message).AsRecord()?["id"].AsString();
        Outgoing.Send(turn, SideEffectPayload.React(text, messageId));
        return Completion.Next;
    }
}
