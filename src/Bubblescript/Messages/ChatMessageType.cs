namespace Bubblescript.Messages;

/// <summary>What a <see cref="ChatMessage"/> is (chat messages, section 1).</summary>
public enum ChatMessageType
{
    /// <summary>A text of the bot.</summary>
    Text,

    /// <summary>An image, audio, video, file or web page.</summary>
    Media,

    /// <summary>A place on the map.</summary>
    Location,

    /// <summary>A rich element: buttons, cards, lists …</summary>
    Template,

    /// <summary>A contact card.</summary>
    Contact,

    /// <summary>The typing indicator goes on or off.</summary>
    Typing,

    /// <summary>A silence of <see cref="ChatMessage.Delay"/>.</summary>
    Sleep,

    /// <summary>An event for the client.</summary>
    Emit,

    /// <summary>What replaces the keyboard until the next visible message.</summary>
    InputMethod,

    /// <summary>Something for operators and channels: a tag, mail, note, reaction or call.</summary>
    SideEffect,

    /// <summary>A text or widget submission of the user.</summary>
    UserMessage,

    /// <summary>An event of the client.</summary>
    UserEvent,

    /// <summary>A location pin of the user.</summary>
    UserLocation,

    /// <summary>An upload of the user.</summary>
    UserAttachment,
}
