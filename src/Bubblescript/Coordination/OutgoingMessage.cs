using Bubblescript.Messages;

namespace Bubblescript.Coordination;

/// <summary>A message, typing indicator, silence, client event, input method or side effect for the clients of a conversation.</summary>
/// <param name="Address">The process that sends it.</param>
/// <param name="Message">What is sent.</param>
public sealed record OutgoingMessage(string Address, ChatMessage Message) : HostEvent(Address);
