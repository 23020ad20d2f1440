namespace Bubblescript.Messages;

/// <summary>The typing indicator goes on or off.</summary>
/// <param name="IsOn">Whether it goes on.</param>
public sealed record TypingPayload(bool IsOn) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.Typing;
}
