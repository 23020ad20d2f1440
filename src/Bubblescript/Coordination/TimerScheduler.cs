namespace Bubblescript.Coordination;

/// <summary>
/// The one clock of a host: a heap with the next due time of every process and a list of the watches over queries, behind a single timer of the time
/// provider. An entry that became later is left where it is and put right when it comes up, so restarting a session timer costs nothing.
/// </summary>
internal sealed class TimerScheduler : IThreadPoolWorkItem, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<string, (long DueTicks, long Order)> _heap = new();
    private readonly TimeProvider _time;
    private readonly Action<string> _fire;
    private readonly Action<PendingQuery> _expire;
    private readonly ITurnScheduler _turns;
    private readonly ITimer _timer;
    private QueryWatch? _firstWatch;
    private QueryWatch? _lastWatch;
    private long _order;
    private long _armedTicks = long.MaxValue;
    private bool _isTickReady;
    private bool _isStarted;
    private bool _isStopped;

    public TimerScheduler(TimeProvider time, ITurnScheduler turns, Action<string> fire, Action<PendingQuery> expire)
    {
        _time = time;
        _turns = turns;
        _fire = fire;
        _expire = expire;
        _timer = time.CreateTimer(static state => ((TimerScheduler)state!).OnTick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many entries wait.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _heap.Count;
            }
        }
    }

    /// <summary>Lets timers fire; those that are overdue do at once, in the order of their times.</summary>
    public void Start()
    {
        lock (_lock)
        {
            _isStarted = true;
        }

        OnTick();
    }

    public void Stop()
    {
        lock (_lock)
        {
            _isStopped = true;
        }
    }

    public void Add(string address, long dueTicks)
    {
        lock (_lock)
        {
            _order++;
            _heap.Enqueue(address, (dueTicks, _order));
            Arm();
        }
    }

    public void Add(QueryWatch watch)
    {
        lock (_lock)
        {
            Link(watch);
            Arm();
        }
    }

    public void Remove(QueryWatch watch)
    {
        lock (_lock)
        {
            Unlink(watch);
        }
    }

    /// <summary>Handles what was due at once when it was added.</summary>
    public void Execute()
    {
        lock (_lock)
        {
            _isTickReady = false;
        }

        OnTick();
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>Puts a watch into the list, which is in the order of the due times: at its end, except over one that was asked before a restart.</summary>
    private void Link(QueryWatch watch)
    {
        QueryWatch? previous = _lastWatch;
        while (previous is not null && previous.DueTicks > watch.DueTicks)
        {
            previous = previous.Previous;
        }

        QueryWatch? next = previous is null ? _firstWatch : previous.Next;
        watch.Previous = previous;
        watch.Next = next;
        watch.IsListed = true;
        if (previous is null)
        {
            _firstWatch = watch;
        }
        else
        {
            previous.Next = watch;
        }

        if (next is null)
        {
            _lastWatch = watch;
        }
        else
        {
            next.Previous = watch;
        }
    }

    private void Unlink(QueryWatch watch)
    {
        if (!watch.IsListed)
        {
            return;
        }

        watch.IsListed = false;
        if (watch.Previous is { } previous)
        {
            previous.Next = watch.Next;
        }
        else
        {
            _firstWatch = watch.Next;
        }

        if (watch.Next is { } next)
        {
            next.Previous = watch.Previous;
        }
        else
        {
            _lastWatch = watch.Previous;
        }

        watch.Previous = null;
        watch.Next = null;
    }

    private void OnTick()
    {
        List<string> due = [];
        List<PendingQuery> expired = [];
        lock (_lock)
        {
            _armedTicks = long.MaxValue;
            if (!_isStarted || _isStopped)
            {
                return;
            }

            Collect(_time.GetUtcNow().UtcTicks, due, expired);
            Arm();
        }

        // All queries that expire at one time do so together: of two processes that ask each other neither gets a reply.
        foreach (PendingQuery query in expired)
        {
            _expire(query);
        }

        foreach (string address in due)
        {
            _fire(address);
        }
    }

    private void Collect(long nowTicks, List<string> due, List<PendingQuery> expired)
    {
        while (_heap.TryPeek(out string? address, out (long DueTicks, long Order) priority) && priority.DueTicks <= nowTicks)
        {
            _heap.Dequeue();
            due.Add(address);
        }

        while (_firstWatch is { } watch && watch.DueTicks <= nowTicks)
        {
            Unlink(watch);
            if (watch.Asker.EndWatch(watch) is not { } query)
            {
                continue;
            }

            if (query.DueTicks > nowTicks)
            {
                Renew(watch, query);
            }
            else if (query.TryAnswer())
            {
                expired.Add(query);
            }
        }
    }

    /// <summary>Looks again when the query is due that waits now: the one that the watch was set for has been answered.</summary>
    private void Renew(QueryWatch watch, PendingQuery query)
    {
        if (watch.Asker.TryKeepWatch(watch))
        {
            watch.DueTicks = query.DueTicks;
            Link(watch);
        }
    }

    private void Arm()
    {
        long next = _firstWatch?.DueTicks ?? long.MaxValue;
        if (_heap.TryPeek(out _, out (long DueTicks, long Order) priority))
        {
            next = Math.Min(next, priority.DueTicks);
        }

        if (next >= _armedTicks || !_isStarted || _isStopped)
        {
            return;
        }

        long ticks = next - _time.GetUtcNow().UtcTicks;
        if (ticks > 0)
        {
            // Timers count whole milliseconds; one that fires early would have to be set again.
            TimeSpan wait = TimeSpan.FromMilliseconds((ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond);
            _armedTicks = next;
            _timer.Change(wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
        }
        else if (!_isTickReady)
        {
            _isTickReady = true;
            _turns.Schedule(this);
        }
    }
}
