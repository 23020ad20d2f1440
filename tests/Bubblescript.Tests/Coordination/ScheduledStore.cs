using Bubblescript.Coordination;
using Bubblescript.Storage;

namespace Bubblescript.Tests.Coordination;

/// <summary>A durable store whose commits are carried out when a scheduler gets to them, so that a crash can come before, between and after.</summary>
internal sealed class ScheduledStore(IConversationStore inner, ITurnScheduler scheduler) : IConversationStore
{
    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => inner.OpenAsync(cancellationToken);

    public ValueTask<StoredProcess?> LoadAsync(string address, CancellationToken cancellationToken = default) => inner.LoadAsync(address, cancellationToken);

    public ValueTask CommitAsync(ProcessCommit commit, CancellationToken cancellationToken = default)
    {
        Work work = new(() => inner.CommitAsync(commit, cancellationToken));
        scheduler.Schedule(work);
        return new ValueTask(work.Done);
    }

    public ValueTask AcceptAsync(StoredInput input, CancellationToken cancellationToken = default) => inner.AcceptAsync(input, cancellationToken);

    public ValueTask DiscardAsync(string inputId, CancellationToken cancellationToken = default) => inner.DiscardAsync(inputId, cancellationToken);

    public IAsyncEnumerable<StoredInput> ReadInputsAsync(CancellationToken cancellationToken = default) => inner.ReadInputsAsync(cancellationToken);

    public IAsyncEnumerable<DueProcess> ReadDueAsync(CancellationToken cancellationToken = default) => inner.ReadDueAsync(cancellationToken);

    public IAsyncEnumerable<ProcessSummary> ListAsync(CancellationToken cancellationToken = default) => inner.ListAsync(cancellationToken);

    public ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(
        string address, long? before, int count, CancellationToken cancellationToken = default) =>
        inner.ReadMessagesAsync(address, before, count, cancellationToken);

    public ValueTask<StoredUser?> LoadUserAsync(string userId, CancellationToken cancellationToken = default) =>
        inner.LoadUserAsync(userId, cancellationToken);

    public ValueTask SaveUserAsync(StoredUser user, CancellationToken cancellationToken = default) => inner.SaveUserAsync(user, cancellationToken);

    private sealed class Work(Func<ValueTask> act) : IThreadPoolWorkItem
    {
        // Without RunContinuationsAsynchronously: everything stays on the test's thread.
        private readonly TaskCompletionSource _done = new();

        public Task Done => _done.Task;

        public void Execute()
        {
            ValueTask task = act();
            if (task.IsCompletedSuccessfully)
            {
                _done.SetResult();
            }
            else
            {
                _done.SetException(task.AsTask().Exception!.InnerExceptions);
            }
        }
    }
}
