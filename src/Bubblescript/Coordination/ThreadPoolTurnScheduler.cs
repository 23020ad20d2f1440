using System.Collections.Concurrent;

namespace Bubblescript.Coordination;

/// <summary>
/// Runs turns on the thread pool, first come first served. There are at most as many workers as processors, and none while nothing is ready. What a turn
/// makes ready is taken by the worker that ran the turn, so that two processes that talk to each other do not wake threads for every word.
/// </summary>
internal sealed class ThreadPoolTurnScheduler : ITurnScheduler, IThreadPoolWorkItem, IDisposable
{
    private const int ItemsPerWorker = 1_024;
    private const int SpinsBeforeLeaving = 20;

    private readonly ConcurrentQueue<IThreadPoolWorkItem> _ready = new();
    private readonly ThreadLocal<bool> _isWorker = new();
    private readonly int _mostWorkers = Environment.ProcessorCount;
    private int _workers;

    public void Schedule(IThreadPoolWorkItem work)
    {
        _ready.Enqueue(work);
        if (!_isWorker.Value || Volatile.Read(ref _workers) == 0)
        {
            TryAddWorker();
        }
    }

    public void Execute()
    {
        _isWorker.Value = true;
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
            _isWorker.Value = false;
            Interlocked.Decrement(ref _workers);

            // What became ready after the last look, or is left over for the sake of the pool's other users.
            if (!_ready.IsEmpty)
            {
                TryAddWorker();
            }
        }
    }

    public void Dispose() => _isWorker.Dispose();

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
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }

            workers = seen;
        }
    }
}
