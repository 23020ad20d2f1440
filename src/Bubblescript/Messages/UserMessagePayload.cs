using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>A text or widget submission of the user (language reference, section 5.1).</summary>
/// <param name="Text">What the user wrote, or the text of the submission.</param>
public sealed record UserMessagePayload(string Text) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.UserMessage;

    /// <summary><c>text</c>, or the type of the widget that was submitted.</summary>
    public string Method { get; init; } = "text";

    /// <summary>The structured value of a submission; nil for texts.</summary>
    public Value Data { get; init; }

    /// <summary><c>keyboard</c>, <c>touch</c>, <c>dtmf</c> or <c>voice</c>; null when unknown.</summary>
    public string? InputType { get; init; }

    /// <summary>The intent that the message was matched as, or nil.</summary>
    public Value Intent { get; init; }

    /// <summary>The captures of the match, or nil.</summary>
    public Value Captures { get; init; }

    /// <summary>The analysed sentences, or nil.</summary>
    public Value Sentences { get; init; }

    /// <summary>The language of the message, or null.</summary>
    public string? Locale { get; init; }

    /// <summary>The mood of the message, or nil.</summary>
    public Value Sentiment { get; init; }

    /// <summary>Figures of the message (<c>word_count</c>), or nil.</summary>
    public Value Stats { get; init; }

    /// <summary>What an operator said the message is, or null.</summary>
    public string? TrainingLabel { get; init; }

    /// <summary>Free data of the channel, or null.</summary>
    public MapValue? Metadata { get; init; }

    /// <summary>The user, as the channel names it, or null.</summary>
    public string? From { get; init; }

    /// <summary>The channel's id of the message, or null.</summary>
    public string? Id { get; init; }
}
