namespace Bubblescript.Coordination;

/// <summary>
/// Something that left a process, told to observers after the turn was committed and in order per process (<see cref="BotHost.Observe"/>). Immutable.
/// </summary>
/// <param name="Address">The process that it is about.</param>
public abstract record HostEvent(string Address);
