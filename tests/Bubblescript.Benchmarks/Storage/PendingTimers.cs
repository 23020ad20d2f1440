using System.Diagnostics;
using System.Globalization;
using Bubblescript.Benchmarks.Measurements;
using Bubblescript.Coordination;
using Bubblescript.Testing;

namespace Bubblescript.Benchmarks.Storage;

/// <summary>What a million pending timers cost the one clock of a host.</summary>
internal static class PendingTimers
{
    private const int Count = 1_000_000;

    public static async Task MeasureAsync()
    {
        VirtualTimeProvider clock = new();
        string[] addresses = new string[Count];
        for (int i = 0; i < Count; i++)
        {
            addresses[i] = string.Create(CultureInfo.InvariantCulture, $"main:user{i}~main");
        }

        int fired = 0;
        using TimerScheduler scheduler = new(clock, new ThreadPoolTurnScheduler(new IdleTracker()), _ => fired++);
        scheduler.Start();
        int threads = Process.GetCurrentProcess().Threads.Count;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long started = Stopwatch.GetTimestamp();
        long due = clock.GetUtcNow().UtcTicks + TimeSpan.TicksPerMinute;
        for (int i = 0; i < Count; i++)
        {
            scheduler.Add(addresses[i], due + ((i * 7_919L) % Count * TimeSpan.TicksPerMillisecond));
        }

        TimeSpan adding = Stopwatch.GetElapsedTime(started);
        long memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        int newThreads = Process.GetCurrentProcess().Threads.Count - threads;
        Correctness.Require(scheduler.Count == Count, "all timers are pending");
        started = Stopwatch.GetTimestamp();
        await clock.AdvanceAsync(TimeSpan.FromHours(1));
        TimeSpan firing = Stopwatch.GetElapsedTime(started);
        Correctness.Require(fired == Count, $"all timers have fired ({fired})");
        Measurement.Print(
            Measurement.Text($"{Count:N0} pending timers"),
            Measurement.Text($"{memory / (double)Count:N0} bytes each"),
            Measurement.Text($"{newThreads} more threads"),
            Measurement.Text($"{adding.TotalNanoseconds / Count:N0} ns to set one"),
            Measurement.Text($"{firing.TotalNanoseconds / Count:N0} ns to fire one"));
    }
}
