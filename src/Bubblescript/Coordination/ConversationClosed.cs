namespace Bubblescript.Coordination;

/// <summary>A conversation was ended by <c>close</c>.</summary>
/// <param name="Address">The conversation.</param>
public sealed record ConversationClosed(string Address) : HostEvent(Address);
