using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Storage;
using Bubblescript.Values;

namespace Bubblescript.Testing;

/// <summary>How a <see cref="TestChat"/> is made. Without options: the user <c>user</c> in the conversation <c>main</c>, in memory, without network.</summary>
public sealed record TestChatOptions
{
    /// <summary>The options that are used when none are given.</summary>
    public static readonly TestChatOptions Default = new();

    /// <summary>The id of the user.</summary>
    public string UserId { get; init; } = "user";

    /// <summary>The name of the conversation.</summary>
    public string G { get; init; } = "main";

    /// <summary>Whether the conversation is opened at once; if not, the first thing that the user does opens it.</summary>
    public bool IsOpened { get; init; } = true;

    /// <summary>Initial variables of the conversation.</summary>
    public MapValue Context { get; init; } = MapValue.Empty;

    /// <summary>Further bots of the workspace.</summary>
    public IReadOnlyList<Bot> OtherBots { get; init; } = [];

    /// <summary>Makes the store, which outlives restarts; null for a store in memory.</summary>
    public Func<IConversationStore>? CreateStore { get; init; }

    /// <summary>The seed of everything random.</summary>
    public long RandomSeed { get; init; } = 1;

    /// <summary>Adds to the host what the bot needs, for example the host's own functions. Called again after every restart.</summary>
    public Action<BotHostBuilder>? Configure { get; init; }
}
