using Bubblescript.Interpretation;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>
/// The one clock of a host: a heap with the next due time of every process and one of the watches over their queries, behind a single timer of the time
/// provider. An entry that became later is left where it is and put right when it comes up, so restarting a session timer costs nothing.
/// </summary>
internal sealed class TimerScheduler : IThreadPoolWorkItem, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<string, (long DueTicks, long Order)> _heap = new();
    private readonly PriorityQueue<HostedProcess, (long DueTicks, long Order)> _watches = new();
    private readonly TimeProvider _time;
    private readonly Action<string> _fire;
    private readonly ITurnScheduler _turns;
    private readonly ITimer _timer;
    private long _order;
    private long _armedTicks = long.MaxValue;
    private bool _isTickReady;
    private bool _isStarted;
    private bool _isStopped;

    public TimerScheduler(TimeProvider time, ITurnScheduler turns, Action<string> fire)
    {
        _time = time;
        _turns = turns;
        _fire = fire;
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

    /// <summary>How many askers the clock watches over.</summary>
    public int WatchCount
    {
        get
        {
            lock (_lock)
            {
                return _watches.Count;
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

    /// <summary>Looks at the queries of an asker when the one that waits now is due.</summary>
    public void Watch(HostedProcess asker, long dueTicks)
    {
        lock (_lock)
        {
            _order++;
            _watches.Enqueue(asker, (dueTicks, _order));
            Arm();
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

    private void OnTick()
    {
        List<string> due = [];
        List<(HostedProcess Asker, string CallId)> expired = [];
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
        foreach ((HostedProcess asker, string callId) in expired)
        {
            asker.Answer(callId, Value.FromAtom(Atom.Timeout));
        }

        foreach (string address in due)
        {
            _fire(address);
        }
    }

    private void Collect(long nowTicks, List<string> due, List<(HostedProcess Asker, string CallId)> expired)
    {
        while (_heap.TryPeek(out string? address, out (long DueTicks, long Order) priority) && priority.DueTicks <= nowTicks)
        {
            _heap.Dequeue();
            due.Add(address);
        }

        while (_watches.TryPeek(out HostedProcess? asker, out (long DueTicks, long Order) watch) && watch.DueTicks <= nowTicks)
        {
            _watches.Dequeue();
            PendingCall? query = asker.EndWatch(watch.DueTicks, out long dueTicks);
            if (query is null)
            {
                continue;
            }

            if (dueTicks <= nowTicks)
            {
                if (asker.TryClaim(query))
                {
                    expired.Add((asker, query.Id));
                }
            }
            else if (asker.TryBeginWatch(dueTicks))
            {
                // The query that the watch was set for has been answered; this one was asked later.
                _watches.Enqueue(asker, (dueTicks, ++_order));
            }
        }
    }

    private void Arm()
    {
        long next = long.MaxValue;
        if (_heap.TryPeek(out _, out (long DueTicks, long Order) first))
        {
            next = first.DueTicks;
        }

        if (_watches.TryPeek(out _, out first))
        {
            next = Math.Min(next, first.DueTicks);
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
