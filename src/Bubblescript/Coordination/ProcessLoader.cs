using Bubblescript.Interpretation;
using Bubblescript.Storage;

namespace Bubblescript.Coordination;

/// <summary>Brings processes into memory: from the store, or new.</summary>
internal sealed class ProcessLoader(
    IConversationStore store, ProcessStateSerializer serializer, UserDirectory users, Workspace workspace, EventHub events, Func<string, ulong> newSeed)
{
    /// <summary>The process; null when it is not stored and nobody creates it.</summary>
    /// <exception cref="StateFormatException">The stored state is not for this host; it stays as it is.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async ValueTask<LoadedProcess?> LoadAsync(string address, string? creatorBotId, CancellationToken cancellationToken)
    {
        StoredProcess? stored = await store.LoadAsync(address, cancellationToken).ConfigureAwait(false);
        LoadedProcess? loaded = stored is null
            ? creatorBotId is null ? null : new LoadedProcess(Create(address, creatorBotId), version: 0)
            : Read(address, stored, creatorBotId);
        if (loaded is null || loaded.State.Identity.Kind != ProcessKind.Conversation)
        {
            return loaded;
        }

        UserEntry user = await users.AcquireAsync(loaded.State.Identity.UserId, cancellationToken).ConfigureAwait(false);
        return loaded with { User = user };
    }

    private LoadedProcess Read(string address, StoredProcess stored, string? creatorBotId)
    {
        try
        {
            LoadReport report = new();
            LoadedProcess loaded = serializer.Read(address, stored.State.Utf8Json, report);
            events.PublishLoad(loaded.State.Identity, report);
            return loaded with { Version = stored.Version };
        }
        catch (StateFormatException exception) when (!exception.IsForeign)
        {
            events.Publish(new HostFault(address, $"The saved state cannot be read; the process starts anew. {exception.Message}", exception));
            string botId = creatorBotId ?? workspace.Bots[0].Id;
            return new LoadedProcess(Create(address, botId), stored.Version);
        }
    }

    private ProcessState Create(string address, string botId)
    {
        if (!ProcessAddress.TryParse(address, out ProcessIdentity? identity))
        {
            throw new InvalidOperationException($"'{address}' is no address of a process.");
        }

        // One text for the bot's id serves all of its processes.
        identity = identity with { BotId = identity.Kind == ProcessKind.Group ? botId : workspace.Find(identity.BotId)?.Id ?? identity.BotId };
        return ProcessState.Create(identity, newSeed(address));
    }
}
