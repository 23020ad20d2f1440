namespace Bubblescript.Storage;

/// <summary>
/// Keeps what a workspace knows of its users (language reference, section 4): one record per user id, shared by all conversations of the user.
/// Implementations are safe for use by several threads.
/// </summary>
public interface IUserStore
{
    /// <summary>The stored record of a user, or null.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    ValueTask<StoredUser?> LoadUserAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>Stores the record of a user, unless the store has a later <see cref="StoredUser.Version"/> of it.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    ValueTask SaveUserAsync(StoredUser user, CancellationToken cancellationToken = default);
}
