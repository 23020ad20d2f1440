using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>
/// An action: everything that appears in a conversation, from the bot or from the user (chat messages, section 1). Immutable and safe for use by several
/// threads. <see cref="ChatMessageJson"/> is its JSON.
/// </summary>
public sealed record ChatMessage
{
    /// <summary>Unique and stable: the same action always has the same id, so a receiver can drop what it already has. Empty when the sender gave none.</summary>
    public string Id { get; init; } = "";

    /// <summary>What the action is; agrees with <see cref="Payload"/>, and tells what a deleted message was.</summary>
    public required ChatMessageType Type { get; init; }

    /// <summary>The content; null marks a deleted message.</summary>
    public required MessagePayload? Payload { get; init; }

    /// <summary>How long to wait after this action before the next one is shown; null when the channel decides.</summary>
    public MessageDelay? Delay { get; init; }

    /// <summary>The time of creation; the default value when the sender gave none.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Another identity than the bot's (or, for user actions, the user's) own.</summary>
    public MessageIdentity? As { get; init; }

    /// <summary>The address of the sender, for user actions.</summary>
    public string? Sender { get; init; }

    /// <summary>Free data that goes with the action.</summary>
    public MapValue? Metadata { get; init; }

    /// <summary>Who sees the action.</summary>
    public MessageVisibility Visibility { get; init; }

    /// <summary>Makes an action of a payload; its type is the payload's.</summary>
    public static ChatMessage From(MessagePayload payload) => new() { Type = payload.Type, Payload = payload };
}
