using System.Globalization;
using Bubblescript.Benchmarks.Measurements;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Sqlite;
using Bubblescript.Testing;

namespace Bubblescript.Benchmarks.Storage;

/// <summary>The managed memory of conversations that wait for their users, live and passivated, with everything that the host has for each of them.</summary>
internal static class IdleMemory
{
    private const int Count = 20_000;

    public static async Task MeasureAsync()
    {
        using TemporaryFolder folder = new();
        VirtualTimeProvider clock = new();
        Bot bot = SampleConversations.MakeWaiting();
        await using BotHost host = new BotHostBuilder()
            .AddBot(bot)
            .UseTimeProvider(clock)
            .UseSqlite(Path.Combine(folder.Path, "chat.db"))
            .Build();
        await host.StartAsync();
        await clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        await OpenAsync(host, 0, 1_000);
        long before = Weigh();
        await OpenAsync(host, 1_000, Count);

        // The host tidies up after ten minutes, and sends those away that have been idle for so long by then.
        await clock.AdvanceAsync(TimeSpan.FromMinutes(9));
        long live = Weigh() - before;
        Correctness.Require(host.Processes.Count == Count + 1_000, "all conversations are in memory");
        await clock.AdvanceAsync(TimeSpan.FromMinutes(10));
        await host.WhenIdleAsync();
        Correctness.Require(host.Processes.Count == 0, $"all conversations have left the memory ({host.Processes.Count} are left)");
        long passivated = Weigh() - before;
        Measurement.Print(
            "a conversation with 20 variables and 3 frames",
            Measurement.Text($"{live / Count:N0} bytes while it is in memory"),
            Measurement.Text($"{passivated / (Count + 1_000):N0} bytes passivated"));
    }

    private static Task OpenAsync(BotHost host, int first, int count) => Parallel.ForAsync(first, first + count, async (i, cancellation) =>
        await host.OpenAsync(string.Create(CultureInfo.InvariantCulture, $"user{i}"), cancellationToken: cancellation));

    private static long Weigh()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
