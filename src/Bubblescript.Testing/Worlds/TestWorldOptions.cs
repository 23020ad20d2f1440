using Bubblescript.Coordination;
using Bubblescript.Storage;

namespace Bubblescript.Testing.Worlds;

/// <summary>How the host of a test is made.</summary>
internal sealed record TestWorldOptions
{
    public Func<IConversationStore>? CreateStore { get; init; }

    public long RandomSeed { get; init; } = 1;

    /// <summary>Adds to the host what the bots need.</summary>
    public Action<BotHostBuilder>? Configure { get; init; }
}
