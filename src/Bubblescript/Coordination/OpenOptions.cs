using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>How a conversation is opened (execution model, section 3). Immutable.</summary>
public sealed record OpenOptions
{
    /// <summary>The bot to talk to; null for the first bot of the host.</summary>
    public string? BotId { get; init; }

    /// <summary>The name of the conversation: a user has one conversation per bot and name. A name that begins with <c>~</c> puts it into that group.</summary>
    public string G { get; init; } = "main";

    /// <summary>Variables that a new conversation starts with; an entry <c>user</c> counts as <see cref="User"/>.</summary>
    public MapValue Context { get; init; } = MapValue.Empty;

    /// <summary>What the host knows of the user: fills what is unknown; <c>extra</c> and <c>timezone</c> are always taken over.</summary>
    public MapValue User { get; init; } = MapValue.Empty;

    /// <summary>
    /// Whether the conversation is opened at once: a new or closed one runs <c>__main__</c>, a saved one is resumed, a live one gets the event
    /// <c>$connect</c>. With false nothing runs until the first input.
    /// </summary>
    public bool Connect { get; init; } = true;
}
