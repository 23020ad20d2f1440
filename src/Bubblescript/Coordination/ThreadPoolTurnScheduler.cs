using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Bubblescript.Coordination;

/// <summary>
/// Runs turns on the thread pool. There are at most as many workers as processors, and none while nothing is ready. What a turn
/// makes ready waits for the worker that ran the turn, so that processes that talk to each other stay in the cache of one processor and do not wake
/// threads for every word; a worker that has nothing else to do takes it over.
/// </summary>
internal sealed class ThreadPoolTurnScheduler : ITurnScheduler, IThreadPoolWorkItem
{
    private const int ItemsPerWorker = 1_024;
    private const int SpinsBeforeLeaving = 20;

    private readonly IdleTracker _idle;

    /// <summary>What has become ready outside of turns.</summary>
    private readonly ConcurrentQueue<IThreadPoolWorkItem> _arrived = new();

    /// <summary>What the turns of each worker have made ready, by the worker's place.</summary>
    private readonly ConcurrentQueue<IThreadPoolWorkItem>[] _ready;

    /// <summary>The threads that work now, by place; 0 marks a free one.</summary>
    private readonly int[] _threads = new int[Environment.ProcessorCount];
    private int _workers;

    public ThreadPoolTurnScheduler(IdleTracker idle)
    {
        _idle = idle;
        _ready = new ConcurrentQueue<IThreadPoolWorkItem>[_threads.Length];
        for (int i = 0; i < _ready.Length; i++)
        {
            _ready[i] = new ConcurrentQueue<IThreadPoolWorkItem>();
        }
    }

    private bool HasWork => !_arrived.IsEmpty || Array.Exists(_ready, static queue => !queue.IsEmpty);

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
            for (int left = ItemsPerWorker; left > 0 && TryTake(place, left, out IThreadPoolWorkItem? work); left--)
            {
                if (Volatile.Read(ref _workers) < _threads.Length && HasWork)
                {
                    TryAddWorker();
                }

                work.Execute();
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

    private bool TryTake(int place, int round, [NotNullWhen(true)] out IThreadPoolWorkItem? work)
    {
        if (TryTakeNow(place, round, out work))
        {
            return true;
        }

        SpinWait spin = default;
        for (int i = 0; i < SpinsBeforeLeaving; i++)
        {
            spin.SpinOnce(sleep1Threshold: -1);
            if (TryTakeNow(place, round, out work))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes from both queues in turn, so that neither those who talk among themselves nor the world outside keeps the other waiting.</summary>
    private bool TryTakeNow(int place, int round, [NotNullWhen(true)] out IThreadPoolWorkItem? work)
    {
        ConcurrentQueue<IThreadPoolWorkItem> own = _ready[place];
        bool isTaken = (round & 1) == 0
            ? own.TryDequeue(out work) || _arrived.TryDequeue(out work)
            : _arrived.TryDequeue(out work) || own.TryDequeue(out work);
        for (int i = 1; i < _ready.Length && !isTaken; i++)
        {
            isTaken = _ready[(place + i) % _ready.Length].TryDequeue(out work);
        }

        return isTaken;
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
