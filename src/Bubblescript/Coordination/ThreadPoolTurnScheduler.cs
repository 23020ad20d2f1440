using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Bubblescript.Coordination;

/// <summary>
/// Runs turns on the thread pool. There are at most as many workers as processors, and none while nothing is ready. What a turn
/// makes ready waits for the worker that ran the turn, so that processes that talk to each other stay in the cache of one processor and do not wake
/// threads for every word; a worker that has nothing else to do takes it over. What arrives from outside has a share of each worker's time, so that under
/// load the host finishes what it has begun instead of piling it up.
/// </summary>
internal sealed class ThreadPoolTurnScheduler : ITurnScheduler, IThreadPoolWorkItem
{
    private const int ItemsBetweenLooks = 1_024;
    private const int SpinsBeforeLeaving = 20;

    private readonly IdleTracker _idle;
    private readonly TimeProvider _clock;

    /// <summary>What has become ready outside of turns.</summary>
    private readonly ConcurrentQueue<IThreadPoolWorkItem> _arrived = new();

    /// <summary>What the turns of each worker have made ready, by the worker's place.</summary>
    private readonly ConcurrentQueue<IThreadPoolWorkItem>[] _ready;

    /// <summary>The threads that work now, by place; 0 marks a free one.</summary>
    private readonly int[] _threads;
    private int _workers;

    public ThreadPoolTurnScheduler(IdleTracker idle)
        : this(idle, Environment.ProcessorCount, TimeProvider.System)
    {
    }

    public ThreadPoolTurnScheduler(IdleTracker idle, int workers, TimeProvider clock)
    {
        _idle = idle;
        _clock = clock;
        _threads = new int[workers];
        _ready = new ConcurrentQueue<IThreadPoolWorkItem>[_threads.Length];
        for (int i = 0; i < _ready.Length; i++)
        {
            _ready[i] = new ConcurrentQueue<IThreadPoolWorkItem>();
        }
    }

    private bool HasWork
    {
        get
        {
            foreach (ConcurrentQueue<IThreadPoolWorkItem> queue in _ready)
            {
                if (!queue.IsEmpty)
                {
                    return true;
                }
            }

            return !_arrived.IsEmpty;
        }
    }

    public void Schedule(IThreadPoolWorkItem work)
    {
        int place = _threads.AsSpan().IndexOf(Environment.CurrentManagedThreadId);
        if (place >= 0)
        {
            _ready[place].Enqueue(work);
            return;
        }

        _arrived.Enqueue(work);
        TryAddWorker();
    }

    public void Execute()
    {
        int place = TakePlace();
        try
        {
            ArrivalShare share = default;
            int left = ItemsBetweenLooks;
            while (!IsPoolWaiting(ref left) && TryTake(place, share, out IThreadPoolWorkItem? work, out bool hasArrived))
            {
                if (Volatile.Read(ref _workers) < _threads.Length && HasWork)
                {
                    TryAddWorker();
                }

                long started = hasArrived ? _clock.GetTimestamp() : 0;
                work.Execute();
                if (hasArrived)
                {
                    share.Note(started, _clock.GetTimestamp(), _clock.TimestampFrequency);
                }
            }
        }
        finally
        {
            Volatile.Write(ref _threads[place], 0);
            Interlocked.Decrement(ref _workers);

            // What became ready after the last look, or is left over for the sake of the pool's other users.
            if (HasWork)
            {
                TryAddWorker();
            }

            _idle.Exit();
        }
    }

    /// <summary>Whether a worker should let the pool's other users go on, at which it looks from time to time.</summary>
    private static bool IsPoolWaiting(ref int left)
    {
        if (left-- > 0)
        {
            return false;
        }

        left = ItemsBetweenLooks;
        return ThreadPool.PendingWorkItemCount > 0;
    }

    /// <summary>There are as many places as workers, so one is free.</summary>
    private int TakePlace()
    {
        int thread = Environment.CurrentManagedThreadId;
        for (int i = 0; ; i = (i + 1) % _threads.Length)
        {
            if (Interlocked.CompareExchange(ref _threads[i], thread, 0) == 0)
            {
                return i;
            }
        }
    }

    private bool TryTake(int place, in ArrivalShare share, [NotNullWhen(true)] out IThreadPoolWorkItem? work, out bool hasArrived)
    {
        if (TryTakeNow(place, share, out work, out hasArrived) || TryTakeOver(place, mostToLeave: 1, out work))
        {
            return true;
        }

        SpinWait spin = default;
        for (int i = 0; i < SpinsBeforeLeaving; i++)
        {
            spin.SpinOnce(sleep1Threshold: -1);
            if (TryTakeNow(place, share, out work, out hasArrived) || TryTakeOver(place, mostToLeave: 1, out work))
            {
                return true;
            }
        }

        return TryTakeOver(place, mostToLeave: 0, out work);
    }

    private bool TryTakeNow(int place, in ArrivalShare share, [NotNullWhen(true)] out IThreadPoolWorkItem? work, out bool hasArrived)
    {
        ConcurrentQueue<IThreadPoolWorkItem> own = _ready[place];
        hasArrived = !_arrived.IsEmpty && (own.IsEmpty || share.IsDue(_clock.GetTimestamp()));
        if (hasArrived && _arrived.TryDequeue(out work))
        {
            return true;
        }

        hasArrived = false;
        return own.TryDequeue(out work);
    }

    /// <summary>
    /// Takes what waits for another worker. That one is about to come to the first that waits for it, usually before this one could fetch all that goes with
    /// it, so the first is taken only when it is still there after a while.
    /// </summary>
    private bool TryTakeOver(int place, int mostToLeave, [NotNullWhen(true)] out IThreadPoolWorkItem? work)
    {
        for (int i = 1; i < _ready.Length; i++)
        {
            ConcurrentQueue<IThreadPoolWorkItem> others = _ready[(place + i) % _ready.Length];
            if (!others.IsEmpty && others.Count > mostToLeave && others.TryDequeue(out work))
            {
                return true;
            }
        }

        work = null;
        return false;
    }

    private void TryAddWorker()
    {
        int workers = Volatile.Read(ref _workers);
        while (workers < _threads.Length)
        {
            int seen = Interlocked.CompareExchange(ref _workers, workers + 1, workers);
            if (seen == workers)
            {
                // Workers, not what they work on, are what keeps a host from being idle: counting each turn would cost more than some turns.
                _idle.Enter();
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }

            workers = seen;
        }
    }
}
