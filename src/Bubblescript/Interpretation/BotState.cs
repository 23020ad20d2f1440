using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What each bot of a bot stack has for itself (execution model, section 7): plain data. A turn works on a copy; a committed state is never changed.</summary>
internal sealed record BotState
{
    public required string BotId { get; init; }

    /// <summary>The variables by slot of the bot's program.</summary>
    public ImmutableArray<Value> Variables { get; set; } = [];

    /// <summary>What few bots have.</summary>
    public BotExtras Extras { get; set; } = BotExtras.None;

    /// <summary>Variables that the program has no slot for: captures of computed patterns, variables given by a host.</summary>
    public ImmutableDictionary<string, Value> OtherVariables => Extras.OtherVariables;

    public Value Answer { get; set; }

    public Value Error => Extras.Error;

    /// <summary>The frames, bottom to top.</summary>
    public ImmutableArray<Frame> Frames { get; set; } = [];

    /// <summary>How many alternatives each <c>once</c> has used, by counter.</summary>
    public ImmutableDictionary<string, int> OnceCounters => Extras.OnceCounters;

    /// <summary>The names of entered dialogs, latest first, at most 50.</summary>
    public ImmutableArray<string> History { get; set; } = [];

    /// <summary>A copy for a turn to work on.</summary>
    public BotState Copy() => this with { };
}
