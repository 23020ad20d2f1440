namespace Bubblescript.Coordination;

/// <summary>Hosts that wait for room in the inbox.</summary>
internal sealed partial class HostedProcess
{
    private Queue<TaskCompletionSource>? _roomWaiters;

    /// <summary>Completes when the inbox has room again.</summary>
    public Task WhenRoomAsync()
    {
        TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Queue<TaskCompletionSource> waiters = LazyInitializer.EnsureInitialized(ref _roomWaiters);
        lock (waiters)
        {
            waiters.Enqueue(completion);
        }

        if (!IsFull)
        {
            AdmitWaiter();
        }

        return completion.Task;
    }

    private void AdmitWaiter()
    {
        if (Volatile.Read(ref _roomWaiters) is not { } waiters)
        {
            return;
        }

        TaskCompletionSource? completion;
        lock (waiters)
        {
            waiters.TryDequeue(out completion);
        }

        completion?.TrySetResult();
    }
}
