using Bubblescript.Storage;

namespace Bubblescript.Coordination;

/// <summary>The users of the conversations in memory. Safe for use by several threads.</summary>
internal sealed class UserDirectory(IUserStore store, EventHub events)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, UserEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>The entry of a user, loaded when no conversation in memory has it. Every call needs a <see cref="Release"/>.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="StateFormatException">The stored record is of a newer format.</exception>
    public ValueTask<UserEntry> AcquireAsync(string userId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(userId, out UserEntry? entry))
            {
                entry.Holders++;
                return new ValueTask<UserEntry>(entry);
            }
        }

        return LoadAsync(userId, cancellationToken);
    }

    public void Release(UserEntry entry)
    {
        lock (_lock)
        {
            entry.Holders--;
            if (entry.Holders == 0)
            {
                _entries.Remove(entry.Id);
            }
        }
    }

    private async ValueTask<UserEntry> LoadAsync(string userId, CancellationToken cancellationToken)
    {
        StoredUser? stored = await store.LoadUserAsync(userId, cancellationToken).ConfigureAwait(false);
        UserData data = stored is null ? UserData.Create(userId) : Read(stored);
        lock (_lock)
        {
            // Another conversation of the user may have been faster; all have to share one entry.
            if (!_entries.TryGetValue(userId, out UserEntry? entry))
            {
                entry = new UserEntry(userId, data);
                _entries.Add(userId, entry);
            }

            entry.Holders++;
            return entry;
        }
    }

    private UserData Read(StoredUser stored)
    {
        try
        {
            return UserSerializer.Read(stored.Document.Utf8Json) with { Version = stored.Version };
        }
        catch (StateFormatException exception) when (!exception.IsForeign)
        {
            // A record that cannot be read must not lock its user out for ever.
            events.Publish(new HostFault(stored.Id, $"The record of the user '{stored.Id}' cannot be read; the user starts anew.", exception));
            return UserData.Create(stored.Id) with { Version = stored.Version };
        }
    }
}
