using Bubblescript.Storage;

namespace Bubblescript.Coordination;

/// <summary>What a process needs only when it has to do with a store that does not answer at once.</summary>
internal sealed class StoreWait(HostedProcess process, ProcessSystem system)
{
    private ITimer? _retry;

    /// <summary>The state on its way from the store, or null.</summary>
    public Task<LoadedProcess?>? Loading { get; set; }

    /// <summary>The turn that has run and is not stored yet.</summary>
    public FinishedTurn Turn { get; set; }

    /// <summary>Its commit, or null.</summary>
    public ProcessCommit? Commit { get; set; }

    /// <summary>The commit on its way to the store.</summary>
    public ValueTask Committing { get; set; }

    /// <summary>Whether the commit failed and has to be handed to the store again.</summary>
    public bool IsRetryDue { get; set; }

    /// <summary>How often the store has failed in a row.</summary>
    public int Failures { get; private set; }

    private Action Resume => field ??= Continue;

    /// <summary>Runs the process again when the store has answered. After this call another thread may be running it.</summary>
    public void WaitFor(Task<LoadedProcess?> loading)
    {
        Loading = loading;
        system.Idle.Enter();
        loading.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Resume);
    }

    /// <summary>Runs the process again when the store has answered. After this call another thread may be running it.</summary>
    public void WaitFor(ValueTask committing)
    {
        system.Idle.Enter();
        committing.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Resume);
    }

    /// <summary>Runs the process again after a pause that grows with every failure.</summary>
    public void WaitAfter(Exception failure)
    {
        const int retriesAtOnce = 3;
        Failures++;
        system.Publish(new StoreFailed(process.Address, Failures, failure));
        if (system.IsStopping)
        {
            return;
        }

        if (Failures <= retriesAtOnce)
        {
            system.Turns.Schedule(process);
            return;
        }

        // Who waits for the clock is idle, so nothing is counted here.
        TimeSpan delay = TimeSpan.FromMilliseconds(Math.Min(50 << Math.Min(Failures - retriesAtOnce, 8), 10_000));
        ITimer? former = _retry;
        _retry = system.Time.CreateTimer(static wait => ((StoreWait)wait!).Retry(), this, delay, Timeout.InfiniteTimeSpan);
        former?.Dispose();
    }

    public void Succeed()
    {
        _retry?.Dispose();
        _retry = null;
    }

    private void Retry()
    {
        if (!system.IsStopping)
        {
            system.Turns.Schedule(process);
        }
    }

    private void Continue()
    {
        system.Turns.Schedule(process);
        system.Idle.Exit();
    }
}
