using System.Diagnostics;
using System.Globalization;

namespace Bubblescript.Benchmarks.Measurements;

/// <summary>
/// Measures what takes several threads and seconds: time, processor time and memory of a whole run. BenchmarkDotNet knows no processor time, which is
/// what counts when several threads work and other programs use the machine.
/// </summary>
internal static class Measurement
{
    private const int Rounds = 5;

    /// <summary>Runs some work several times, after one run that is not counted, and prints the best round per operation.</summary>
    public static async Task RunAsync(string what, int operations, Func<Task> work)
    {
        await work().ConfigureAwait(false);
        double bestTime = double.MaxValue;
        double bestProcessor = double.MaxValue;
        long bytes = long.MaxValue;
        for (int i = 0; i < Rounds; i++)
        {
            GC.Collect();
            long allocated = GC.GetTotalAllocatedBytes(precise: true);
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            long started = Stopwatch.GetTimestamp();
            await work().ConfigureAwait(false);
            bestTime = Math.Min(bestTime, Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            bestProcessor = Math.Min(bestProcessor, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds);
            bytes = Math.Min(bytes, GC.GetTotalAllocatedBytes(precise: true) - allocated);
        }

        Print(
            what,
            Text($"{bestTime / operations:0.00} µs"),
            Text($"{bestProcessor / operations:0.00} µs of processor"),
            Text($"{(double)bytes / operations:0} bytes"),
            Text($"{operations / bestTime * 1_000_000:#,0} per second"));
    }

    /// <summary>Prints one line of figures.</summary>
    public static void Print(string what, params IEnumerable<string> figures) =>
        Console.WriteLine($"| {what} | {string.Join(" | ", figures)} |");

    /// <summary>A figure as text, the same everywhere.</summary>
    public static string Text(FormattableString figure) => figure.ToString(CultureInfo.InvariantCulture);
}
