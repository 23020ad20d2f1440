using Bubblescript.Testing;

namespace Bubblescript.Tests.Testing;

public sealed class VirtualTimeProviderTests
{
    private readonly VirtualTimeProvider _clock = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void The_clock_starts_where_transcripts_start_and_stands_still() =>
        _clock.GetUtcNow().Should().Be(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Timers_fire_in_the_order_of_their_due_times_and_then_of_their_creation()
    {
        Start("late", 30);
        Start("early", 10);
        Start("early too", 10);
        Start("never", 61);

        await _clock.AdvanceAsync(TimeSpan.FromSeconds(60));

        _fired.Should().Equal("early 12:00:10", "early too 12:00:10", "late 12:00:30");
        _clock.GetUtcNow().TimeOfDay.Should().Be(new TimeSpan(12, 1, 0));
    }

    [Fact]
    public async Task A_timer_set_while_the_clock_moves_fires_on_the_way()
    {
        using ITimer first = _clock.CreateTimer(_ => Start("second", 5), null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);

        await _clock.AdvanceAsync(TimeSpan.FromSeconds(20), () => Task.CompletedTask);

        _fired.Should().Equal("second 12:00:15");
    }

    [Fact]
    public async Task A_changed_timer_fires_at_its_new_time_only_and_a_disposed_one_never()
    {
        ITimer timer = Start("moved", 10);
        Start("gone", 10).Dispose();
        timer.Change(TimeSpan.FromSeconds(15), Timeout.InfiniteTimeSpan).Should().BeTrue();

        await _clock.AdvanceAsync(TimeSpan.FromSeconds(60));

        _fired.Should().Equal("moved 12:00:15");
        timer.Dispose();
        timer.Change(TimeSpan.Zero, TimeSpan.Zero).Should().BeFalse();
    }

    [Fact]
    public async Task A_periodic_timer_fires_again_and_again()
    {
        using ITimer timer = _clock.CreateTimer(_ => Note("tick"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        await _clock.AdvanceAsync(TimeSpan.FromSeconds(5));

        _fired.Should().Equal("tick 12:00:01", "tick 12:00:03", "tick 12:00:05");
    }

    [Fact]
    public async Task The_work_of_one_timer_settles_before_the_next_one_fires()
    {
        Start("first", 1);
        Start("second", 2);

        await _clock.AdvanceAsync(TimeSpan.FromSeconds(3), async () =>
        {
            await Task.Yield();
            Note("settled");
        });

        _fired.Should().Equal("first 12:00:01", "settled 12:00:01", "second 12:00:02", "settled 12:00:02", "settled 12:00:03");
    }

    [Fact]
    public async Task A_delay_of_the_framework_waits_for_the_clock()
    {
        Task delay = Task.Delay(TimeSpan.FromMinutes(1), _clock);

        await _clock.AdvanceAsync(TimeSpan.FromSeconds(59));
        delay.IsCompleted.Should().BeFalse();
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));

        await delay.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_clock_does_not_move_backwards() =>
        await _clock.Invoking(clock => clock.AdvanceAsync(TimeSpan.FromSeconds(-1))).Should().ThrowAsync<ArgumentOutOfRangeException>();

    private ITimer Start(string name, int seconds) =>
        _clock.CreateTimer(_ => Note(name), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);

    private void Note(string name) => _fired.Add($"{name} {_clock.GetUtcNow():HH:mm:ss}");
}
