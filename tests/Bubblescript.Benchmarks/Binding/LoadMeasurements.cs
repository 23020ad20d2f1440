using System.Diagnostics;
using Bubblescript.Benchmarks.Measurements;
using Bubblescript.Benchmarks.Syntax;
using Bubblescript.Binding;

namespace Bubblescript.Benchmarks.Binding;

/// <summary>
/// Loading a script of a million characters: the best of many rounds, as rounds are so long that other programs disturb most of them; and the first
/// load of a process, most of which is the work of the compiler.
/// </summary>
internal static class LoadMeasurements
{
    private const int RoundsUntilCompiled = 40;
    private const int Rounds = 40;

    public static Task RunAsync()
    {
        ParseBenchmarks parsing = new();
        parsing.Setup();
        LoadBenchmarks loading = new();
        loading.Setup();
        Measure("find the functions", parsing.FindFunctions);
        Measure("tokens", parsing.Tokenize);
        Measure("grammar", parsing.Grammar);
        Measure("parse: all of these and the checks of blocks and nesting", parsing.ParseAll);
        Measure("parse and bind", loading.ParseAndBind);
        return Task.CompletedTask;
    }

    public static Task RunFirstAsync()
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long started = Stopwatch.GetTimestamp();
        Bot bot = Bot.Load(Path.Combine(LoadBenchmarks.FindSamples(), "coffee"));
        double time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        double busy = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds;
        Correctness.Require(bot.Main.DialogsByName.ContainsKey("main"), "the sample bot loads");
        Measurement.Print("the first load of the sample bot coffee in a process", Measurement.Text($"{time:0} ms"), Measurement.Text($"{busy:0} ms of processor"));
        return Task.CompletedTask;
    }

    private static void Measure(string what, Func<object> work)
    {
        for (int i = 0; i < RoundsUntilCompiled; i++)
        {
            work();
        }

        double best = double.MaxValue;
        long bytes = 0;
        for (int i = 0; i < Rounds; i++)
        {
            GC.Collect();
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            long started = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
            bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        Measurement.Print(
            what,
            Measurement.Text($"{best * 1000:0.0} ms"),
            Measurement.Text($"{bytes / 1e6:0.0} MB allocated"),
            Measurement.Text($"{LargeScript.Million / best / 1e6:0.0} MB/s"));
    }
}
