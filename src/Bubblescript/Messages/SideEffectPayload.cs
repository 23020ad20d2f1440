using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>Something for operators and channels (chat messages, section 1).</summary>
/// <param name="Kind"><c>tag</c>, <c>untag</c>, <c>annotation</c>, <c>react</c>, or a voice command such as <c>dial</c>.</param>
/// <param name="Data">The fields of that kind.</param>
public sealed record SideEffectPayload(string Kind, MapValue Data) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.SideEffect;

    /// <summary>The conversation gets a tag.</summary>
    public static SideEffectPayload Tag(string tag) => new("tag", MapValue.From(("tag", tag)));

    /// <summary>The conversation loses a tag.</summary>
    public static SideEffectPayload Untag(string tag) => new("untag", MapValue.From(("tag", tag)));

    /// <summary>A note, notification, escalation, mail, text message or error for operators.</summary>
    /// <param name="type"><c>create_note</c>, <c>notification</c>, <c>escalation</c>, <c>mail</c>, <c>sms_notify</c> or <c>error</c>.</param>
    /// <param name="message">What an operator reads.</param>
    /// <param name="payload">The details, or nil.</param>
    public static SideEffectPayload Annotation(string type, string message, Value payload = default) =>
        new("annotation", MapValue.From(("type", type), ("message", message), ("payload", payload)));

    /// <summary>A reaction, usually an emoji, to a message of the user.</summary>
    public static SideEffectPayload React(string reaction, string? messageId) =>
        new("react", MapValue.From(("reaction", reaction), ("message_id", messageId)));
}
