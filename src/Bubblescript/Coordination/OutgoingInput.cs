using Bubblescript.Interpretation.Inputs;

namespace Bubblescript.Coordination;

/// <summary>An input on its way to another process.</summary>
/// <param name="To">The receiver's address as it was resolved, or what the script wrote when that means nothing.</param>
/// <param name="Input">What the receiver gets; null when there is no receiver.</param>
internal readonly record struct OutgoingInput(string To, ProcessInput? Input)
{
    /// <summary>The bot of the group that the input starts, or null.</summary>
    public string? CreatorBotId { get; init; }

    /// <summary>The id under which the store keeps it, or null.</summary>
    public string? StoredId { get; init; }
}
