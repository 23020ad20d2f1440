using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>A procedure frame's content.</summary>
/// <param name="Kind">Which work.</param>
/// <param name="Step">The next step, 0-based; its meaning belongs to the kind.</param>
/// <param name="Data">What the work is about, kept across steps.</param>
internal sealed record Procedure(ProcedureKind Kind, int Step, MapValue Data);
