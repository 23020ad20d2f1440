using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>An event of the client: a click on a button, or whatever the page sends.</summary>
/// <param name="Name">The event; names that begin with <c>$</c> are events of the system.</param>
/// <param name="Payload">Its data.</param>
public sealed record UserEventAction(string Name, Value Payload = default) : UserAction;
