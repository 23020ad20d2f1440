using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Sqlite;
using Bubblescript.Testing;
using Bubblescript.Tests.Coordination;

namespace Bubblescript.Tests.Storage;

/// <summary>Timers that fell due while no host ran.</summary>
public sealed class OverdueTimerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bubblescript-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Overdue_timers_of_a_conversation_fire_at_the_start_in_the_order_of_their_times_and_creation()
    {
        IReadOnlyList<string> texts = await RunAsync(
            """
            dialog main do
              repeat _minutes in [30, 10, 20, 10, 50, 30] do
                n = n + 1
                emit "due", "#{_minutes}.#{n}", in: "#{_minutes}m"
              end
            end

            dialog event: "due" do
              say "#{event.payload}"
            end
            """,
            "ann");
        texts.Should().Equal("10.2", "10.4", "20.3", "30.1", "30.6", "50.5");
    }

    [Fact]
    public void Overdue_timers_of_many_conversations_are_handed_out_at_the_start_in_the_order_of_their_times()
    {
        VirtualTimeProvider clock = new();
        List<string> fired = [];
        using TimerScheduler timers = new(clock, new OneAtATime(), fired.Add);
        long now = clock.GetUtcNow().UtcTicks;
        int[] minutes = [.. Enumerable.Range(0, 40).Select(static i => i * 17 % 40)];
        foreach (int minute in minutes)
        {
            timers.Add($"c{minute}", now - TimeSpan.FromMinutes(minute).Ticks);
        }

        fired.Should().BeEmpty();
        timers.Start();
        fired.Should().Equal(minutes.OrderDescending().Select(static minute => $"c{minute}"));
    }

    /// <summary>Opens conversations, stops the host, lets hours go by, and gives what a new host says.</summary>
    private async Task<IReadOnlyList<string>> RunAsync(string script, params IEnumerable<string> users)
    {
        VirtualTimeProvider clock = new();
        string path = Path.Combine(_folder.FullName, "chat.db");
        await using (SqliteStore store = new(path))
        await using (TestHost first = await TestHost.StartAsync([TestHost.MakeBot("@timeout :infinity\n" + script)], store, clock))
        {
            foreach (string user in users)
            {
                await first.OpenAsync(user);
            }

            await first.Host.StopAsync();
        }

        await clock.AdvanceAsync(TimeSpan.FromHours(2));
        await using SqliteStore later = new(path);
        await using TestHost second = await TestHost.StartAsync(
            [TestHost.MakeBot("@timeout :infinity\n" + script)], later, clock,
            static builder => builder.UseOptions(new BotHostOptions { Scheduler = new OneAtATime() }));
        return [.. second.Events.OfType<OutgoingMessage>().Select(static sent => sent.Message.Payload).OfType<TextPayload>().Select(static text => text.Message)];
    }

    /// <summary>Runs turns one after the other, so that the order in which they are ready can be seen.</summary>
    private sealed class OneAtATime : ITurnScheduler
    {
        private readonly TaskScheduler _scheduler = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;

        public void Schedule(IThreadPoolWorkItem work) =>
            _ = Task.Factory.StartNew(work.Execute, CancellationToken.None, TaskCreationOptions.None, _scheduler);
    }
}
