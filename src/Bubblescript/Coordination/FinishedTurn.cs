using System.Collections.Immutable;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Effects;

namespace Bubblescript.Coordination;

/// <summary>A turn that has run: what is committed, then released.</summary>
/// <param name="Envelope">The input.</param>
/// <param name="Effects">What leaves the process.</param>
/// <param name="Loaded">The process after the turn, but for its state if nothing is stored turn by turn.</param>
/// <param name="State">The state after the turn.</param>
/// <param name="Time">The time of the turn, if it has asked for it.</param>
internal readonly record struct FinishedTurn(
    Envelope Envelope, ImmutableArray<Effect> Effects, LoadedProcess Loaded, ProcessState State, DateTimeOffset? Time)
{
    /// <summary>Where the effects go, one for each, if the store keeps them until they are used up.</summary>
    public ImmutableArray<OutgoingInput> Outgoing { get; init; } = [];
}
