using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>A request of a script to the outside.</summary>
/// <param name="Address">The process that waits.</param>
/// <param name="Payload">What is asked.</param>
/// <param name="IsRepeated">Whether the request may have been made before: the host was stopped while it ran.</param>
internal sealed record ExternalCall(string Address, Value Payload, bool IsRepeated);
