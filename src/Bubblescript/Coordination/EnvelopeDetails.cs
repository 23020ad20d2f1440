using System.Diagnostics;
using Bubblescript.Coordination.Telemetry;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>What only envelopes of hosts and clients have.</summary>
internal sealed class EnvelopeDetails
{
    /// <summary>Completed when the input has been taken and committed.</summary>
    public TaskCompletionSource? Completion { get; init; }

    /// <summary>The action of the user, for the history.</summary>
    public ChatMessage? Action { get; init; }

    /// <summary>The variables that a new conversation starts with.</summary>
    public MapValue Context { get; init; } = MapValue.Empty;

    /// <summary>What the host knows of the user.</summary>
    public MapValue User { get; init; } = MapValue.Empty;

    /// <summary>What the host was doing when it sent the input, for traces; null when nobody watches.</summary>
    public Activity? Sender { get; init; } = HostTelemetry.CurrentActivity;

    /// <summary>The event <c>$connect</c> of a reconnect.</summary>
    public MapValue ConnectPayload { get; init; } = MapValue.Empty;
}
