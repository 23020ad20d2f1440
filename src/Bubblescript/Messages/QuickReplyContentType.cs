namespace Bubblescript.Messages;

/// <summary>What a click on a <see cref="QuickReply"/> sends.</summary>
public enum QuickReplyContentType
{
    /// <summary>Its title.</summary>
    Text,

    /// <summary>A location pin.</summary>
    Location,

    /// <summary>An uploaded image.</summary>
    Image,

    /// <summary>An uploaded sound.</summary>
    Audio,

    /// <summary>An uploaded video.</summary>
    Video,

    /// <summary>An uploaded file of any other kind.</summary>
    File,
}
