using Bubblescript.Messages;

namespace Bubblescript.Coordination;

/// <summary>A user did something in a conversation; told when the turn that handled it has been committed, before what the bot answered.</summary>
/// <param name="Address">The conversation.</param>
/// <param name="Action">What the user did, as it stands in the history.</param>
public sealed record UserActed(string Address, ChatMessage Action) : HostEvent(Address);
