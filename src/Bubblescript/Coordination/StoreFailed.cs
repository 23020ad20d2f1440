namespace Bubblescript.Coordination;

/// <summary>The store failed while a process was loaded or committed. The process waits; the host tries again, ever more seldom.</summary>
/// <param name="Address">The process.</param>
/// <param name="Attempt">How often the host has tried, from 1.</param>
/// <param name="Exception">What the store said.</param>
public sealed record StoreFailed(string Address, int Attempt, Exception Exception) : HostEvent(Address);
