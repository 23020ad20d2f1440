using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>An event for the connected clients (execution model, section 6.1).</summary>
/// <param name="Event">Its name.</param>
/// <param name="Payload">Its data; nil when there is none.</param>
public sealed record EmitPayload(string Event, Value Payload) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.Emit;
}
