using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What few bots have between two turns, apart from their state so that the many that have none of it stay small.</summary>
/// <param name="OtherVariables">Variables that the program has no slot for.</param>
/// <param name="OnceCounters">How many alternatives each <c>once</c> has used, by counter.</param>
/// <param name="Error">The last runtime error, or nil.</param>
internal sealed record BotExtras(ImmutableDictionary<string, Value> OtherVariables, ImmutableDictionary<string, int> OnceCounters, Value Error)
{
    public static readonly BotExtras None = new(ImmutableDictionary<string, Value>.Empty, ImmutableDictionary<string, int>.Empty, default);

    /// <summary>The extras, which are the common ones when there are none.</summary>
    public static BotExtras Of(ImmutableDictionary<string, Value> otherVariables, ImmutableDictionary<string, int> onceCounters, Value error) =>
        otherVariables.IsEmpty && onceCounters.IsEmpty && error.IsNil ? None : new BotExtras(otherVariables, onceCounters, error);
}
