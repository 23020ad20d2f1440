using Bubblescript.Storage;

namespace Bubblescript.Tests.Storage;

/// <summary>Passes every call on to another store, for stores that change some of the calls.</summary>
internal abstract class PassingStore(IConversationStore inner) : IConversationStore
{
    protected IConversationStore Inner { get; } = inner;

    public virtual ValueTask OpenAsync(CancellationToken cancellationToken = default) => Inner.OpenAsync(cancellationToken);

    public virtual ValueTask<StoredProcess?> LoadAsync(string address, CancellationToken cancellationToken = default) =>
        Inner.LoadAsync(address, cancellationToken);

    public virtual ValueTask CommitAsync(ProcessCommit commit, CancellationToken cancellationToken = default) =>
        Inner.CommitAsync(commit, cancellationToken);

    public virtual ValueTask AcceptAsync(StoredInput input, CancellationToken cancellationToken = default) => Inner.AcceptAsync(input, cancellationToken);

    public virtual ValueTask DiscardAsync(string inputId, CancellationToken cancellationToken = default) => Inner.DiscardAsync(inputId, cancellationToken);

    public virtual IAsyncEnumerable<StoredInput> ReadInputsAsync(CancellationToken cancellationToken = default) => Inner.ReadInputsAsync(cancellationToken);

    public virtual IAsyncEnumerable<DueProcess> ReadDueAsync(CancellationToken cancellationToken = default) => Inner.ReadDueAsync(cancellationToken);

    public virtual IAsyncEnumerable<ProcessSummary> ListAsync(CancellationToken cancellationToken = default) => Inner.ListAsync(cancellationToken);

    public virtual ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(
        string address, long? before, int count, CancellationToken cancellationToken = default) =>
        Inner.ReadMessagesAsync(address, before, count, cancellationToken);

    public virtual ValueTask<StoredUser?> LoadUserAsync(string userId, CancellationToken cancellationToken = default) =>
        Inner.LoadUserAsync(userId, cancellationToken);

    public virtual ValueTask SaveUserAsync(StoredUser user, CancellationToken cancellationToken = default) => Inner.SaveUserAsync(user, cancellationToken);
}
