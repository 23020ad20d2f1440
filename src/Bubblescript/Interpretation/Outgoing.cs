using System.Collections.Immutable;
using System.Globalization;
using Bubblescript.Binding.Tree;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Messages;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Turns what a script says into actions of the chat message specification.</summary>
internal static class Outgoing
{
    private const int UtterancesKept = 5;

    /// <summary>Sends an action without pacing: a side effect, an event, an input method.</summary>
    public static void Send(Turn turn, MessagePayload payload) => Send(turn, payload, identity: null, delay: null);

    /// <summary>Sends a visible message with the options <c>as:</c> and <c>delay:</c>.</summary>
    public static Completion Say(Turn turn, MessagePayload payload, MapValue options, SourcePlace place)
    {
        if (!TryDelay(turn, options["delay"], place, out MessageDelay delay))
        {
            return Completion.Failed;
        }

        Send(turn, payload, IdentityOf(turn, options["as"]), delay);
        return Completion.Next;
    }

    /// <summary>Checks a message's length and keeps it among the last utterances.</summary>
    public static bool TryUtter(Turn turn, string text, SourcePlace place)
    {
        if (text.Length > turn.Limits.MessageLength)
        {
            turn.Fail($"the message has {text.Length} characters, more than the {turn.Limits.MessageLength} that one message may have", place);
            return false;
        }

        if (!turn.TryEffect(place))
        {
            return false;
        }

        turn.LastBotUtterances = Remember(turn.LastBotUtterances, text);
        return true;
    }

    public static ImmutableArray<string> Remember(ImmutableArray<string> utterances, string text) =>
        [text, .. utterances.AsSpan()[..Math.Min(UtterancesKept - 1, utterances.Length)]];

    /// <summary>The id of the message with a number; null for 0.</summary>
    public static string? ActionId(long number) => number == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"m{number}");

    private static void Send(Turn turn, MessagePayload payload, MessageIdentity? identity, MessageDelay? delay)
    {
        turn.LastAction = turn.NextNumber();
        turn.Add(new MessageEffect(new ChatMessage
        {
            Id = ActionId(turn.LastAction)!,
            Type = payload.Type,
            Payload = payload,
            As = identity,
            Delay = delay,
            Time = turn.Time,
        }));
    }

    private static MessageIdentity? IdentityOf(Turn turn, Value value) =>
        value.IsNil ? null : ValueNormalizer.Normalize(value, turn.Locale).AsMap() is { } fields ? new MessageIdentity(fields) : null;

    private static bool TryDelay(Turn turn, Value option, SourcePlace place, out MessageDelay delay)
    {
        delay = MessageDelay.FromMilliseconds((long)turn.Current.Program.Settings.Delay.TotalMilliseconds);
        if (option.IsNil)
        {
            return true;
        }

        if (!Duration.TryParse(option, out TimeSpan duration))
        {
            turn.Fail($"delay: must be a number of seconds or a duration such as \"2s\", got {ValueDescription.Describe(option)}", place);
            return false;
        }

        delay = duration == Timeout.InfiniteTimeSpan ? MessageDelay.Infinity : MessageDelay.FromMilliseconds((long)duration.TotalMilliseconds);
        return true;
    }
}
