using Bubblescript.Benchmarks.Measurements;

namespace Bubblescript.Benchmarks.Coordination;

/// <summary>What a process costs that only waits.</summary>
internal static class IdleMeasurements
{
    private const int Processes = 100_000;

    private const string Script = """
        dialog main do
          name = "Ann"
          invoke first
        end

        dialog first do
          a = 1
          b = 2.5
          c = true
          d = "some text"
          e = [1, 2, 3]
          f = 6
          g = 7
          h = 8
          i = 9
          j = 10
          invoke second
        end

        dialog second do
          k = 11
          l = 12
          m = 13
          n = 14
          o = 15
          p = 16
          q = 17
          r = 18
          s = 19
          ask "What now?"
        end
        """;

    public static async Task RunAsync()
    {
        await MeasureAsync("an idle conversation without variables", "dialog main do end").ConfigureAwait(false);
        await MeasureAsync("an idle conversation that asks, 20 variables, 3 frames", Script).ConfigureAwait(false);
    }

    private static async Task MeasureAsync(string what, string script)
    {
        await using BenchmarkHost host = await BenchmarkHost.StartAsync(script, 1_000).ConfigureAwait(false);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        int threads = ThreadPool.ThreadCount;
        for (int i = 1_000; i < Processes; i++)
        {
            await host.Host.OpenAsync($"user-{i}").ConfigureAwait(false);
        }

        await host.Host.WhenIdleAsync().ConfigureAwait(false);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        Correctness.Require(host.Host.Processes.Count == Processes, $"{Processes} processes are in memory");
        Measurement.Print(
            what,
            Measurement.Text($"{(double)(after - before) / (Processes - 1_000):0} bytes"),
            Measurement.Text($"{Processes:#,0} processes"),
            Measurement.Text($"{ThreadPool.ThreadCount - threads} threads more"));
    }
}
