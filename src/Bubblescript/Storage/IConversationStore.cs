namespace Bubblescript.Storage;

/// <summary>
/// Keeps the processes of a host - conversations, masters, groups - across restarts (execution model, section 9). A commit is atomic: the state of one
/// process, its outgoing messages, its timers, the inputs it sends to others, the input it used up and its user's record are stored together or not at
/// all. Implementations are safe for use by several threads; the host never has two commits of one process under way.
/// <c>Bubblescript.Testing</c> has a suite of tests that every implementation must pass, <c>StoreConformance</c>.
/// </summary>
public interface IConversationStore : IUserStore
{
    /// <summary>Makes the store ready. Called once by each host that uses it, before anything else.</summary>
    /// <exception cref="StoreException">The store cannot be used; the message says why.</exception>
    ValueTask OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>The stored process of an address, or null.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    ValueTask<StoredProcess?> LoadAsync(string address, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores a commit. Repeating a commit (same <see cref="ProcessCommit.Version"/> and <see cref="ProcessCommit.Writer"/>) changes nothing, so that a
    /// host may try again when it does not know whether a commit succeeded.
    /// </summary>
    /// <exception cref="StoreConflictException">The stored version is not the one before this commit: another host has taken the process over.</exception>
    /// <exception cref="StoreException">The store cannot be written; nothing of the commit is stored.</exception>
    ValueTask CommitAsync(ProcessCommit commit, CancellationToken cancellationToken = default);

    /// <summary>Puts an input into the stored inbox of its receiver, where it stays until a commit uses it up. A known id changes nothing.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    ValueTask AcceptAsync(StoredInput input, CancellationToken cancellationToken = default);

    /// <summary>Removes an input that no process will take; an unknown id changes nothing.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    ValueTask DiscardAsync(string inputId, CancellationToken cancellationToken = default);

    /// <summary>All stored inputs that are not used up, in the order in which they were stored.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    IAsyncEnumerable<StoredInput> ReadInputsAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// The processes with something due (<see cref="ProcessCommit.Due"/>), the earliest first. A store may name a time that is too early, which costs a look at
    /// the process, but none that is too late.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    IAsyncEnumerable<DueProcess> ReadDueAsync(CancellationToken cancellationToken = default);

    /// <summary>All stored processes, by address.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    IAsyncEnumerable<ProcessSummary> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>A page of a process's history, latest first.</summary>
    /// <param name="address">The process.</param>
    /// <param name="before">The <see cref="StoredMessage.Number"/> that all messages of the page are before; null for the latest page.</param>
    /// <param name="count">The largest number of messages; at least 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(string address, long? before, int count, CancellationToken cancellationToken = default);
}
