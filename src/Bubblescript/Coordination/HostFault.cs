namespace Bubblescript.Coordination;

/// <summary>
/// Something that no script is to blame for went wrong while a process was worked on: the store failed, a saved state could not be loaded or did not fit
/// the script any more, a mail could not be sent, or the library itself has a fault.
/// </summary>
/// <param name="Address">The process.</param>
/// <param name="Message">What happened and what the host did about it.</param>
/// <param name="Exception">The cause, or null.</param>
public sealed record HostFault(string Address, string Message, Exception? Exception) : HostEvent(Address);
