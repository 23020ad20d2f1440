using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Where a loop stands: its items (a list or a range; null without items), the next round and the number of rounds (null: endless).</summary>
internal sealed record LoopState(Value Items, long Next, long? Count);
