using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary><c>remember</c> or <c>forget</c> changed what is stored.</summary>
/// <param name="Address">The conversation.</param>
/// <param name="IsUser">Whether it is data of the user; otherwise variables of this conversation.</param>
/// <param name="Remembered">All that is remembered now.</param>
public sealed record UserRemembered(string Address, bool IsUser, MapValue Remembered) : HostEvent(Address);
