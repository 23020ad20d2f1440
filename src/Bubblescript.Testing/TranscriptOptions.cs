using Bubblescript.Coordination;
using Bubblescript.Storage;

namespace Bubblescript.Testing;

/// <summary>How a <see cref="TranscriptRunner"/> makes the host of a case. Without options: in memory, no HTTP, no mail, always the same chance.</summary>
public sealed record TranscriptOptions
{
    /// <summary>The options that are used when none are given.</summary>
    public static readonly TranscriptOptions Default = new();

    /// <summary>Makes the store of a case, which outlives restarts of its host; null for a store in memory.</summary>
    public Func<IConversationStore>? CreateStore { get; init; }

    /// <summary>The seed of everything random.</summary>
    public long RandomSeed { get; init; } = 1;

    /// <summary>Adds to the host what the bots need, for example the host's own functions. Called again after every restart.</summary>
    public Action<BotHostBuilder>? Configure { get; init; }

    /// <summary>Whether the host is also restarted before every step of a user, which must change nothing.</summary>
    public bool RestartsBeforeEveryStep { get; init; }
}
