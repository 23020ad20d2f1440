using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>
/// A client connects without a message (execution model, section 5.6): opens a new or closed conversation, resumes a saved one, and delivers the event
/// <c>$connect</c> to a live one.
/// </summary>
public sealed record ConnectAction : UserAction
{
    /// <summary>The payload of <c>$connect</c>, for example <c>origin</c>.</summary>
    public MapValue Payload { get; init; } = MapValue.Empty;
}
