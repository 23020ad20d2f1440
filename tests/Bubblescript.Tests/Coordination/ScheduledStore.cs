using Bubblescript.Coordination;
using Bubblescript.Storage;
using Bubblescript.Tests.Storage;

namespace Bubblescript.Tests.Coordination;

/// <summary>A durable store whose commits are carried out when a scheduler gets to them, so that a crash can come before, between and after.</summary>
internal sealed class ScheduledStore(IConversationStore inner, ITurnScheduler scheduler) : PassingStore(inner)
{
    public override ValueTask CommitAsync(ProcessCommit commit, CancellationToken cancellationToken = default)
    {
        Work work = new(() => Inner.CommitAsync(commit, cancellationToken));
        scheduler.Schedule(work);
        return new ValueTask(work.Done);
    }

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
