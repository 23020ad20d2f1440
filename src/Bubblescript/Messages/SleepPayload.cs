namespace Bubblescript.Messages;

/// <summary>A silence of <see cref="ChatMessage.Delay"/>.</summary>
public sealed record SleepPayload : MessagePayload
{
    /// <summary>The only value.</summary>
    public static readonly SleepPayload Instance = new();

    private SleepPayload()
    {
    }

    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.Sleep;
}
