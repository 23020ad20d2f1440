using System.Diagnostics;
using System.Globalization;
using Bubblescript.Benchmarks.Measurements;
using Bubblescript.Coordination;
using Bubblescript.Sqlite;
using Bubblescript.Testing;

namespace Bubblescript.Benchmarks.Storage;

/// <summary>Starting a host on a file with many conversations that all have a timer pending.</summary>
internal static class StartUp
{
    private const int Count = 100_000;

    public static async Task MeasureAsync()
    {
        using TemporaryFolder folder = new();
        VirtualTimeProvider clock = new();
        string path = Path.Combine(folder.Path, "chat.db");
        await using (BotHost first = Build(path, clock))
        {
            await first.StartAsync();
            await Parallel.ForAsync(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 500 }, async (i, cancellation) =>
                await first.OpenAsync(string.Create(CultureInfo.InvariantCulture, $"user{i}"), cancellationToken: cancellation));
        }

        TimeSpan best = TimeSpan.MaxValue;
        for (int round = 0; round < 3; round++)
        {
            long started = Stopwatch.GetTimestamp();
            await using BotHost host = Build(path, clock);
            await host.StartAsync();
            TimeSpan took = Stopwatch.GetElapsedTime(started);
            best = took < best ? took : best;
            Correctness.Require(host.Processes.Timers.Count == Count, $"all timers are pending ({host.Processes.Timers.Count})");
        }

        Measurement.Print(
            Measurement.Text($"start-up with {Count:N0} saved conversations and as many timers"), Measurement.Text($"{best.TotalMilliseconds:N0} ms"));
        await using BotHost late = Build(path, clock);
        await clock.AdvanceAsync(TimeSpan.FromHours(2));
        long overdue = Stopwatch.GetTimestamp();
        await late.StartAsync();
        await late.WhenIdleAsync();
        Measurement.Print(
            Measurement.Text($"start-up with {Count:N0} overdue timers, until all have fired and are committed"),
            Measurement.Text($"{Stopwatch.GetElapsedTime(overdue).TotalMilliseconds:N0} ms"));
        Correctness.Require(late.Processes.Timers.Count == 0, "all timers have fired");
    }

    private static BotHost Build(string path, VirtualTimeProvider clock) => new BotHostBuilder()
        .AddBot(SampleConversations.MakeScheduling())
        .UseTimeProvider(clock)
        .UseSqlite(path)
        .Build();
}
