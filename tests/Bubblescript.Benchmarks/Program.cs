using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Bubblescript.Benchmarks.Coordination;
using Bubblescript.Benchmarks.Measurements;

if (args is ["measure", ..])
{
    await MeasurementList.RunAsync(args.ElementAtOrDefault(1) ?? "");
    return;
}

if (args is ["soak", ..])
{
    string? problem = await new GroupSoak(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 30, args.ElementAtOrDefault(2)).RunAsync();
    Console.WriteLine(problem is null ? "PASSED" : $"FAILED: {problem}");
    Environment.ExitCode = problem is null ? 0 : 1;
    return;
}

// In the process that runs them: a benchmark of this project takes seconds instead of the minute that a build for each of them takes.
IConfig configuration = ManualConfig.CreateEmpty()
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(ConsoleLogger.Default);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, configuration);
