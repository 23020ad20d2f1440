using System.Collections.Immutable;
using Bubblescript.Messages;

namespace Bubblescript.Storage;

/// <summary>What one turn of a process changes, to be stored together or not at all (execution model, section 1). Immutable.</summary>
public sealed class ProcessCommit
{
    /// <summary>The process.</summary>
    public required string Address { get; init; }

    /// <summary>The bot that the process was started with.</summary>
    public required string BotId { get; init; }

    /// <summary>The user of a conversation; empty for masters and groups.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The version of the state after this commit: 1 for the first commit of a process, then one more each time.</summary>
    public required long Version { get; init; }

    /// <summary>The host that commits.</summary>
    public required string Writer { get; init; }

    /// <summary>The state after the turn.</summary>
    public required StateDocument State { get; init; }

    /// <summary>When the process has to be looked at again without input; null when only an input can move it.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The time of the commit, by the host's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Messages to append to the history of the process, in order.</summary>
    public ImmutableArray<ChatMessage> Messages { get; init; } = [];

    /// <summary>Inputs for the inboxes of other processes, in order; kept until they are used up. A known id changes nothing.</summary>
    public ImmutableArray<StoredInput> Outgoing { get; init; } = [];

    /// <summary>The stored input that the turn used up, or null.</summary>
    public string? ConsumedInput { get; init; }

    /// <summary>The record of the user, if the turn changed it; ignored when the store has a later version.</summary>
    public StoredUser? User { get; init; }
}
