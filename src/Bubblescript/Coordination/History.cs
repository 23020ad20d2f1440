using System.Collections.Immutable;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Messages;

namespace Bubblescript.Coordination;

/// <summary>Which actions of a turn belong to the history: what people see, of the user and of the bot.</summary>
internal static class History
{
    public static ImmutableArray<ChatMessage> Of(in FinishedTurn turn)
    {
        ChatMessage? action = turn.Envelope.Details?.Action is { } acted && IsVisible(acted) ? acted : null;
        int count = action is null ? 0 : 1;
        foreach (Effect effect in turn.Effects.AsSpan())
        {
            count += effect is MessageEffect said && IsVisible(said.Message) ? 1 : 0;
        }

        return count == 0 ? [] : Collect(action, turn.Effects.AsSpan(), count);
    }

    private static ImmutableArray<ChatMessage> Collect(ChatMessage? action, ReadOnlySpan<Effect> effects, int count)
    {
        ImmutableArray<ChatMessage>.Builder messages = ImmutableArray.CreateBuilder<ChatMessage>(count);
        if (action is not null)
        {
            messages.Add(action);
        }

        foreach (Effect effect in effects)
        {
            if (effect is MessageEffect said && IsVisible(said.Message))
            {
                messages.Add(said.Message);
            }
        }

        return messages.MoveToImmutable();
    }

    private static bool IsVisible(ChatMessage message) => message.Type is ChatMessageType.Text or ChatMessageType.Media or ChatMessageType.Location
        or ChatMessageType.Template or ChatMessageType.Contact or ChatMessageType.InputMethod
        or ChatMessageType.UserMessage or ChatMessageType.UserLocation or ChatMessageType.UserAttachment;
}
