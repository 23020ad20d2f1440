using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>A script sent an event to another process, or to the page that embeds the client (<c>:chat_bubble</c>).</summary>
/// <param name="Address">The sender.</param>
/// <param name="To">The receiver's address, as the host has resolved it; <c>:chat_bubble</c> for the page.</param>
/// <param name="Name">The event.</param>
/// <param name="Payload">Its data.</param>
public sealed record EmitSent(string Address, string To, string Name, Value Payload) : HostEvent(Address);
