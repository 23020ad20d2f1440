using Bubblescript.Values;

namespace Bubblescript.Interpretation.Effects;

/// <summary>An event for another process. <c>:master</c> arrives as the address <c>:master</c>; the host knows the sender's bot.</summary>
internal sealed record EmitEffect(string To, string Name, Value Payload) : Effect
{
    /// <summary>The bot whose code sends it; null: the bot on top of the bot stack.</summary>
    public string? BotId { get; init; }
}
