using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>A contact card.</summary>
/// <param name="Fields"><c>name</c>, <c>emails</c>, <c>phones</c>, <c>org</c>, <c>addresses</c>, <c>urls</c>, <c>birthday</c> and <c>metadata</c>, as chat messages, section 1 gives them.</param>
public sealed record ContactPayload(MapValue Fields) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.Contact;
}
