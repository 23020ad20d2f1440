using Bubblescript.Coordination;

namespace Bubblescript.Tests.Coordination;

public sealed class ThreadPoolTurnSchedulerTests
{
    private readonly WorkClock _clock = new();
    private readonly IdleTracker _idle = new();
    private readonly List<string> _done = [];
    private readonly ThreadPoolTurnScheduler _scheduler;

    public ThreadPoolTurnSchedulerTests() => _scheduler = new ThreadPoolTurnScheduler(_idle, workers: 1, _clock);

    [Fact]
    public async Task What_an_arrival_has_made_ready_goes_first_for_three_times_as_long_as_the_arrival_took()
    {
        await RunAsync(arrivalTakes: 100, own: 8, ownTakes: 100, arrivals: 2);
        _done.Should().Equal("first", "own 1", "own 2", "own 3", "arrival 1", "own 4", "own 5", "own 6", "arrival 2", "own 7", "own 8");
    }

    [Fact]
    public async Task What_arrives_waits_a_millisecond_at_most_and_the_turn_that_runs()
    {
        await RunAsync(arrivalTakes: 100_000, own: 5, ownTakes: 400, arrivals: 1);
        _done.Should().Equal("first", "own 1", "own 2", "own 3", "arrival 1", "own 4", "own 5");
    }

    [Fact]
    public async Task What_arrives_does_not_wait_when_nothing_else_is_ready()
    {
        await RunAsync(arrivalTakes: 100_000, own: 0, ownTakes: 0, arrivals: 3);
        _done.Should().Equal("first", "arrival 1", "arrival 2", "arrival 3");
    }

    /// <summary>Runs an arrival that makes work ready while more arrives.</summary>
    private async Task RunAsync(long arrivalTakes, int own, long ownTakes, int arrivals)
    {
        _scheduler.Schedule(new Work(this, "first", arrivalTakes, () =>
        {
            for (int i = 1; i <= own; i++)
            {
                _scheduler.Schedule(new Work(this, $"own {i}", ownTakes, static () => { }));
            }

            Thread outside = new(() =>
            {
                for (int i = 1; i <= arrivals; i++)
                {
                    _scheduler.Schedule(new Work(this, $"arrival {i}", arrivalTakes, static () => { }));
                }
            });
            outside.Start();
            outside.Join();
        }));
        await _idle.WhenIdleAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Work(ThreadPoolTurnSchedulerTests test, string name, long microseconds, Action act) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            act();
            test._done.Add(name);
            test._clock.Microseconds += microseconds;
        }
    }

    private sealed class WorkClock : TimeProvider
    {
        public long Microseconds { get; set; }

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => Microseconds;
    }
}
