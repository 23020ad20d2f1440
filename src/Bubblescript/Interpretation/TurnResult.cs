using System.Collections.Immutable;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What a turn gives.</summary>
/// <param name="State">The state to commit.</param>
/// <param name="Effects">What to release after the commit.</param>
internal readonly record struct TurnResult(ProcessState State, ImmutableArray<Effect> Effects)
{
    /// <summary>The time of the turn, if it has asked for it.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>All fields of the user, if the turn changed any.</summary>
    public MapValue? User { get; init; }

    /// <summary>All that is remembered of the user, if the turn changed it.</summary>
    public MapValue? RememberedUser { get; init; }

    /// <summary>All that is remembered of the process's variables, if the turn changed it.</summary>
    public MapValue? RememberedVariables { get; init; }
}
