using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>A text of the bot.</summary>
/// <param name="Message">The text; Markdown, which clients render or strip.</param>
public sealed record TextPayload(string Message) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.Text;

    /// <summary>How the client should style the message.</summary>
    public string? Class { get; init; }

    /// <summary>What the client offers as answers.</summary>
    public QuickReplyList QuickReplies { get; init; } = QuickReplyList.Empty;

    /// <summary>What a speech recogniser should expect; nil when nothing is known.</summary>
    public Value SpeechHints { get; init; }
}
