using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>An event of the client (execution model, section 5.1).</summary>
/// <param name="Name">Its name; names that begin with <c>$</c> are events of the system.</param>
/// <param name="Payload">Its data; nil when there is none.</param>
/// <param name="Sender">The address of the sender, or null.</param>
public sealed record UserEventPayload(string Name, Value Payload = default, string? Sender = null) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.UserEvent;
}
