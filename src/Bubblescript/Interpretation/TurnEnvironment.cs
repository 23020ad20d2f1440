using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What a turn knows of the world besides its state and input.</summary>
internal readonly record struct TurnEnvironment
{
    public TurnEnvironment()
    {
    }

    public TurnSettings Settings { get; init; } = TurnSettings.Default;

    /// <summary>The time of the turn; null when the turn reads the clock, which many turns never do.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The fields of <c>user</c> at the start of the turn, as the workspace knows them.</summary>
    public MapValue User { get; init; } = MapValue.Empty;

    /// <summary>What <c>remember</c> has stored of the user: a part of <see cref="User"/>.</summary>
    public MapValue RememberedUser { get; init; } = MapValue.Empty;

    /// <summary>What <c>remember</c> has stored of this conversation's variables; a new conversation starts with them.</summary>
    public MapValue RememberedVariables { get; init; } = MapValue.Empty;

    /// <summary>Variables that a conversation starts with when this turn opens it: the context that the host gave.</summary>
    public MapValue OpeningVariables { get; init; } = MapValue.Empty;
}
