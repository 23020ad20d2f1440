using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What each bot of a bot stack has for itself (execution model, section 7). Never changed once a turn has ended.</summary>
internal sealed record BotState
{
    public required string BotId { get; init; }

    /// <summary>The variables by slot of the bot's program.</summary>
    public ImmutableArray<Value> Variables { get; init; } = [];

    /// <summary>What few bots have.</summary>
    public BotExtras Extras { get; init; } = BotExtras.None;

    /// <summary>Variables that the program has no slot for: captures of computed patterns, variables given by a host.</summary>
    public ImmutableDictionary<string, Value> OtherVariables => Extras.OtherVariables;

    public Value Answer { get; init; }

    public Value Error => Extras.Error;

    /// <summary>The frames, bottom to top.</summary>
    public ImmutableArray<Frame> Frames { get; init; } = [];

    /// <summary>How many alternatives each <c>once</c> has used, by counter.</summary>
    public ImmutableDictionary<string, int> OnceCounters => Extras.OnceCounters;

    /// <summary>The names of entered dialogs, latest first, at most 50.</summary>
    public ImmutableArray<string> History { get; init; } = [];
}
