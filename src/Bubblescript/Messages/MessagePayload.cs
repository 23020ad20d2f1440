namespace Bubblescript.Messages;

/// <summary>The content of a <see cref="ChatMessage"/>: one record per <see cref="ChatMessageType"/>.</summary>
public abstract record MessagePayload
{
    private protected MessagePayload()
    {
    }

    /// <summary>The type of the messages that carry this payload.</summary>
    public abstract ChatMessageType Type { get; }
}
