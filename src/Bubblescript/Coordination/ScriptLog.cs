namespace Bubblescript.Coordination;

/// <summary>A script wrote to its log (<c>log</c>), or the runtime warns about one.</summary>
/// <param name="Address">The process.</param>
/// <param name="Text">The entry.</param>
/// <param name="IsWarning">Whether the runtime, not the script, wrote it.</param>
public sealed record ScriptLog(string Address, string Text, bool IsWarning) : HostEvent(Address);
