namespace Bubblescript.Testing;

/// <summary>
/// A clock that only moves when it is told to. Timers fire, in the order of their due times and then of their creation, while it moves.
/// Safe for use by several threads.
/// </summary>
public sealed class VirtualTimeProvider : TimeProvider
{
    /// <summary>When a clock starts unless it is told otherwise, as in all transcripts: 2024-05-01T12:00:00Z.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<Appointment, (DateTimeOffset Due, long Order)> _appointments = new();
    private DateTimeOffset _now;
    private long _order;

    /// <summary>Makes a clock.</summary>
    /// <param name="start">The time it shows at first; by default <see cref="DefaultStart"/>.</param>
    public VirtualTimeProvider(DateTimeOffset? start = null) => _now = start ?? DefaultStart;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        VirtualTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward. It stands at a timer's due time while that timer fires.</summary>
    /// <param name="duration">How far; not negative.</param>
    /// <param name="settleAsync">Awaited after every timer and at the end; completes when the work that the timer started is done.</param>
    /// <param name="cancellationToken">Stops the clock between two timers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public async Task AdvanceAsync(TimeSpan duration, Func<Task>? settleAsync = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        DateTimeOffset end = GetUtcNow() + duration;
        while (TakeDue(end) is { } timer)
        {
            cancellationToken.ThrowIfCancellationRequested();
            timer.Fire();
            await SettleAsync().ConfigureAwait(false);
        }

        await SettleAsync().ConfigureAwait(false);

        Task SettleAsync() => settleAsync is null ? Task.CompletedTask : settleAsync();
    }

    private VirtualTimer? TakeDue(DateTimeOffset end)
    {
        lock (_lock)
        {
            while (_appointments.TryPeek(out Appointment appointment, out (DateTimeOffset Due, long Order) priority) && priority.Due <= end)
            {
                _appointments.Dequeue();
                _now = priority.Due > _now ? priority.Due : _now;
                if (appointment.Timer.TryTake(appointment.Version))
                {
                    return appointment.Timer;
                }
            }

            _now = end;
            return null;
        }
    }

    private void Schedule(VirtualTimer timer, int version, TimeSpan dueTime) =>
        _appointments.Enqueue(new Appointment(timer, version), (_now + dueTime, _order++));

    private readonly record struct Appointment(VirtualTimer Timer, int Version);

    private sealed class VirtualTimer(VirtualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;
        private int _version;
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                _version++;
                _period = period;
                if (!_isDisposed && dueTime != Timeout.InfiniteTimeSpan)
                {
                    clock.Schedule(this, _version, dueTime);
                }

                return !_isDisposed;
            }
        }

        /// <summary>Called under the clock's lock: whether the appointment still stands; a periodic timer makes its next one.</summary>
        public bool TryTake(int version)
        {
            if (version != _version)
            {
                return false;
            }

            if (_period > TimeSpan.Zero)
            {
                clock.Schedule(this, version, _period);
            }

            return true;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock._lock)
            {
                _version++;
                _isDisposed = true;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
