using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>What replaces the keyboard until the next visible message (chat messages, section 6).</summary>
/// <param name="Method"><c>item_picker</c>, <c>date_picker</c>, <c>form</c>, <c>closed</c> …</param>
/// <param name="Configuration">The configuration of the method.</param>
public sealed record InputMethodPayload(string Method, MapValue Configuration) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.InputMethod;
}
