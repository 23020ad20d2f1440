using System.Collections.Concurrent;

namespace Bubblescript.Coordination;

/// <summary>
/// Lets only so many processes have a turn that is not stored yet. Under load the store takes many turns at once, but more of them than it takes would only
/// wait with all their states, messages and documents; their inputs, which are small, wait in their place. Safe for use by several threads.
/// </summary>
internal sealed class CommitGate(int capacity, Action<IThreadPoolWorkItem> schedule)
{
    private readonly ConcurrentQueue<IThreadPoolWorkItem> _parked = new();
    private int _entered;

    /// <summary>Lets a process have a turn, until it calls <see cref="Leave"/>; false when too many have one.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _entered) <= capacity)
        {
            return true;
        }

        Leave();
        return false;
    }

    /// <summary>Schedules a process again when another one has left. After this call another thread may be running it.</summary>
    public void Park(IThreadPoolWorkItem process)
    {
        _parked.Enqueue(process);

        // All may have left before they could see who waits.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _entered) < capacity)
        {
            Admit();
        }
    }

    /// <summary>Makes room for one process that waits.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _entered) < capacity)
        {
            Admit();
        }
    }

    private void Admit()
    {
        if (_parked.TryDequeue(out IThreadPoolWorkItem? process))
        {
            schedule(process);
        }
    }
}
