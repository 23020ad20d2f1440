namespace Bubblescript.Coordination;

/// <summary>An event or other input could not be delivered and was dropped (execution model, section 6.1).</summary>
/// <param name="Address">The address it was sent to.</param>
/// <param name="Sender">The address of the sender, or null.</param>
/// <param name="Name">The event, or what the input was.</param>
/// <param name="Reason">Why it was dropped.</param>
public sealed record InputDropped(string Address, string? Sender, string Name, string Reason) : HostEvent(Address);
