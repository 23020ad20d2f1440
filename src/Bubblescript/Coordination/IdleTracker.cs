namespace Bubblescript.Coordination;

/// <summary>Counts what can go on without new input or the clock, and tells who waits when nothing is left.</summary>
internal sealed class IdleTracker
{
    private readonly Lock _lock = new();
    private List<TaskCompletionSource>? _waiting;
    private long _active;

    public bool IsIdle => Volatile.Read(ref _active) == 0;

    public void Enter() => Interlocked.Increment(ref _active);

    public void Exit()
    {
        if (Interlocked.Decrement(ref _active) == 0 && Volatile.Read(ref _waiting) is not null)
        {
            Complete();
        }
    }

    public Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        if (IsIdle)
        {
            return Task.CompletedTask;
        }

        TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            (_waiting ??= []).Add(completion);
        }

        // The last activity may have ended before it could see who waits.
        Interlocked.MemoryBarrier();
        if (IsIdle)
        {
            Complete();
        }

        return completion.Task.WaitAsync(cancellationToken);
    }

    private void Complete()
    {
        List<TaskCompletionSource>? waiting;
        lock (_lock)
        {
            waiting = _waiting;
            _waiting = null;
        }

        foreach (TaskCompletionSource completion in waiting ?? [])
        {
            completion.TrySetResult();
        }
    }
}
