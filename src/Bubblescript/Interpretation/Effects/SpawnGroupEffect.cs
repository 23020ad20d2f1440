using Bubblescript.Values;

namespace Bubblescript.Interpretation.Effects;

/// <summary>Starts a group unless it exists.</summary>
internal sealed record SpawnGroupEffect(string GroupId, MapValue Variables) : Effect
{
    /// <summary>The bot whose group script the group runs; null: the bot on top of the bot stack.</summary>
    public string? BotId { get; init; }
}
