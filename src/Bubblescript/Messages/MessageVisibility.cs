namespace Bubblescript.Messages;

/// <summary>Who sees a <see cref="ChatMessage"/>.</summary>
public enum MessageVisibility
{
    /// <summary>Everybody in the conversation.</summary>
    External,

    /// <summary>Operators only.</summary>
    Internal,

    /// <summary>The page or app that embeds the client.</summary>
    Embedded,
}
