using System.Collections.Concurrent;

namespace Bubblescript.Coordination;

/// <summary>
/// Runs turns on the thread pool, first come first served. There are at most as many workers as processors, and none while nothing is ready. What a turn
/// makes ready is taken by the worker that ran the turn, so that two processes that talk to each other do not wake threads for every word.
/// </summary>
internal sealed class ThreadPoolTurnScheduler(IdleTracker idle) : ITurnScheduler, IThreadPoolWorkItem
{
    private const int ItemsPerWorker = 1_024;
    private const int SpinsBeforeLeaving = 20;

    private readonly ConcurrentQueue<IThreadPoolWorkItem> _ready = new();
    private readonly int _mostWorkers = Environment.ProcessorCount;

    /// <summary>The threads that work now, by id; 0 marks a free place.</summary>
    private readonly int[] _threads = new int[Environment.ProcessorCount];
    private int _workers;

    public void Schedule(IThreadPoolWorkItem work)
    {
        _ready.Enqueue(work);
        if (!_threads.AsSpan().Contains(Environment.CurrentManagedThreadId))
        {
            TryAddWorker();
        }
    }

    public void Execute()
    {
        int place = TakePlace();
        int left = ItemsPerWorker;
        try
        {
            while (TryTake(out IThreadPoolWorkItem? work))
            {
                if (!_ready.IsEmpty)
                {
                    TryAddWorker();
                }

                work.Execute();
                left--;
                if (left == 0)
                {
                    break;
                }
            }
        }
        finally
        {
            Volatile.Write(ref _threads[place], 0);
            Interlocked.Decrement(ref _workers);

            // What became ready after the last look, or is left over for the sake of the pool's other users.
            if (!_ready.IsEmpty)
            {
                TryAddWorker();
            }

            idle.Exit();
        }
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

    private bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IThreadPoolWorkItem? work)
    {
        if (_ready.TryDequeue(out work))
        {
            return true;
        }

        SpinWait spin = default;
        for (int i = 0; i < SpinsBeforeLeaving; i++)
        {
            spin.SpinOnce(sleep1Threshold: -1);
            if (_ready.TryDequeue(out work))
            {
                return true;
            }
        }

        return false;
    }

    private void TryAddWorker()
    {
        int workers = Volatile.Read(ref _workers);
        while (workers < _mostWorkers)
        {
            int seen = Interlocked.CompareExchange(ref _workers, workers + 1, workers);
            if (seen == workers)
            {
                // Workers, not what they work on, are what keeps a host from being idle: counting each turn would cost more than some turns.
                idle.Enter();
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }

            workers = seen;
        }
    }
}
