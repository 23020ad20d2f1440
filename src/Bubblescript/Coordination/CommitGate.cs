using System.Collections.Concurrent;

namespace Bubblescript.Coordination;

/// <summary>
/// Lets only so many processes have a turn that is not stored yet, in the order in which they come. Under load the store takes many turns at once, but more of
/// them than it takes would only wait with all their states, messages and documents; their inputs, which are small, wait in their place. Safe for use by
/// several threads.
/// </summary>
internal sealed class CommitGate(int capacity, Action<IThreadPoolWorkItem> schedule)
{
    private readonly ConcurrentQueue<IGatedWork> _parked = new();
    private int _taken;

    /// <summary>Takes a place, until <see cref="Leave"/>; false when none is free or others wait for one.</summary>
    public bool TryEnter() => _parked.IsEmpty && TryTakePlace();

    /// <summary>Schedules a process again as soon as it has a place. After this call another thread may be running it.</summary>
    public void Park(IGatedWork process)
    {
        _parked.Enqueue(process);

        // All may have left before they could see who waits.
        Interlocked.MemoryBarrier();
        Admit();
    }

    /// <summary>Gives up a place.</summary>
    public void Leave()
    {
        Interlocked.Decrement(ref _taken);
        Admit();
    }

    /// <summary>Gives free places to those who wait; nobody who waits is overlooked, as each who takes a place in vain looks again after giving it up.</summary>
    private void Admit()
    {
        while (!_parked.IsEmpty && TryTakePlace())
        {
            if (_parked.TryDequeue(out IGatedWork? process))
            {
                process.Admit();
                schedule(process);
            }
            else
            {
                Interlocked.Decrement(ref _taken);
            }
        }
    }

    private bool TryTakePlace()
    {
        int taken = Volatile.Read(ref _taken);
        while (taken < capacity)
        {
            int seen = Interlocked.CompareExchange(ref _taken, taken + 1, taken);
            if (seen == taken)
            {
                return true;
            }

            taken = seen;
        }

        return false;
    }
}
