using Bubblescript.Builtins;

namespace Bubblescript.Interpretation;

/// <summary>A request to the outside that a process waits for in the middle of a statement.</summary>
internal sealed record PendingCall(string Id, ExternalRequest Request);
