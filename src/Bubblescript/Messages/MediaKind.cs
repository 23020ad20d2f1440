namespace Bubblescript.Messages;

/// <summary>The kind of a media item or an upload.</summary>
public enum MediaKind
{
    /// <summary>A picture.</summary>
    Image,

    /// <summary>A sound.</summary>
    Audio,

    /// <summary>A film.</summary>
    Video,

    /// <summary>Any other file.</summary>
    File,

    /// <summary>A web page; never an upload.</summary>
    Web,
}
