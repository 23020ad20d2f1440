using Bubblescript.Storage;

namespace Bubblescript.Cli.Chats;

/// <summary>How <c>bubble run</c> chats.</summary>
internal sealed record ChatOptions
{
    public string UserId { get; init; } = "user";

    public string G { get; init; } = "main";

    public bool IsDebugging { get; init; }

    /// <summary>Whether pauses and typing are shown on a terminal.</summary>
    public bool IsPaced { get; init; } = true;

    /// <summary>Whether what the user does is written too.</summary>
    public bool Echoes { get; init; }

    /// <summary>The seed of everything random, or null for chance.</summary>
    public long? Seed { get; init; }

    /// <summary>Where the conversations are kept; null keeps them only as long as the tool runs.</summary>
    public IConversationStore? Store { get; init; }
}
