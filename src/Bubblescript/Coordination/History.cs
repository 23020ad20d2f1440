using System.Collections.Immutable;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Messages;

namespace Bubblescript.Coordination;

/// <summary>Which actions of a turn belong to the history: what people see, of the user and of the bot.</summary>
internal static class History
{
    public static ImmutableArray<ChatMessage> Of(in FinishedTurn turn)
    {
        ImmutableArray<ChatMessage>.Builder? messages = null;
        if (turn.Envelope.Details?.Action is { } action && IsVisible(action))
        {
            (messages ??= ImmutableArray.CreateBuilder<ChatMessage>()).Add(action);
        }

        foreach (Effect effect in turn.Effects.AsSpan())
        {
            if (effect is MessageEffect { Message: { } message } && IsVisible(message))
            {
                (messages ??= ImmutableArray.CreateBuilder<ChatMessage>()).Add(message);
            }
        }

        return messages?.DrainToImmutable() ?? [];
    }

    private static bool IsVisible(ChatMessage message) => message.Type is ChatMessageType.Text or ChatMessageType.Media or ChatMessageType.Location
        or ChatMessageType.Template or ChatMessageType.Contact or ChatMessageType.InputMethod
        or ChatMessageType.UserMessage or ChatMessageType.UserLocation or ChatMessageType.UserAttachment;
}
