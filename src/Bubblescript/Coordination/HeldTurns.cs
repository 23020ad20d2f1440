namespace Bubblescript.Coordination;

/// <summary>
/// Keeps turns back until everything that they may meet is there: a turn that began while a host still hands out what its store holds would overtake older
/// inputs, and what it sends might be found in the store and handed out again. Safe for use by several threads.
/// </summary>
internal sealed class HeldTurns(ITurnScheduler scheduler) : ITurnScheduler
{
    private readonly Lock _lock = new();
    private List<IThreadPoolWorkItem>? _held = [];

    public void Schedule(IThreadPoolWorkItem work)
    {
        lock (_lock)
        {
            if (_held is { } held)
            {
                held.Add(work);
                return;
            }
        }

        scheduler.Schedule(work);
    }

    /// <summary>Lets the turns run, in the order in which they were scheduled.</summary>
    public void Release()
    {
        List<IThreadPoolWorkItem> held;
        lock (_lock)
        {
            held = _held ?? [];
            _held = null;
        }

        foreach (IThreadPoolWorkItem work in held)
        {
            scheduler.Schedule(work);
        }
    }
}
