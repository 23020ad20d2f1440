using Bubblescript.Messages;

namespace Bubblescript.Storage;

/// <summary>A message of a history.</summary>
/// <param name="Number">Its place in the history: later messages have larger numbers.</param>
/// <param name="Message">The message.</param>
public sealed record StoredMessage(long Number, ChatMessage Message);
