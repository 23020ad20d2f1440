namespace Bubblescript.Coordination;

/// <summary>A runtime error occurred in a script (execution model, section 8).</summary>
/// <param name="Address">The process.</param>
/// <param name="Error">What happened and where.</param>
public sealed record ScriptError(string Address, ScriptErrorInfo Error) : HostEvent(Address);
