namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>A timer: of the session when neither frame nor event is given.</summary>
/// <param name="Due">Seconds since the start.</param>
/// <param name="Order">The order of creation.</param>
/// <param name="Frame">The frame whose ask expires.</param>
/// <param name="Event">The event that was scheduled.</param>
internal sealed record ModelTimer(int Due, int Order, ModelFrame? Frame = null, string? Event = null);
