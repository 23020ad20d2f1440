namespace Bubblescript.Messages;

/// <summary>An answer that the client offers as long as its message is the last one (chat messages, section 1; language reference, section 7.1).</summary>
/// <param name="ContentType">What a click sends.</param>
/// <param name="Title">The label, and the text that is sent; null for buttons that the client labels itself.</param>
/// <param name="ImageUrl">A small picture beside the label.</param>
/// <param name="Capture">For uploads, the camera to use: <c>user</c> or <c>environment</c>.</param>
public sealed record QuickReply(
    QuickReplyContentType ContentType,
    string? Title = null,
    string? ImageUrl = null,
    string? Capture = null)
{
    /// <summary>A quick reply that sends its title.</summary>
    public static QuickReply FromTitle(string title) => new(QuickReplyContentType.Text, title);
}
