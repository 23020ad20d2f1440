using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>
/// Where a loop stands. <see cref="Next"/> changes while the frame that owns the loop runs; clones of the frame get clones of their loops.
/// </summary>
internal sealed class LoopState(Value items, long next, long? count)
{
    /// <summary>A list or a range; nil for loops without items.</summary>
    public Value Items { get; } = items;

    /// <summary>The 0-based number of the next round.</summary>
    public long Next { get; set; } = next;

    /// <summary>The number of rounds; null is endless.</summary>
    public long? Count { get; } = count;

    public LoopState Clone() => new(Items, Next, Count);
}
