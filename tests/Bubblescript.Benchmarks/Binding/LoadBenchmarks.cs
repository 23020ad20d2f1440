using BenchmarkDotNet.Attributes;
using Bubblescript.Benchmarks.Syntax;
using Bubblescript.Binding;

namespace Bubblescript.Benchmarks.Binding;

/// <summary>From files to bots: parse, bind, compile the patterns and check.</summary>
public class LoadBenchmarks
{
    /// <summary>A measured round is so long that a short run would time code that the runtime has not optimised yet.</summary>
    private const int RoundsUntilCompiled = 40;

    private readonly BotSources _large = new("large", [new BotFile("main.bubble", LargeScript.Create(LargeScript.Million))]);
    private string[] _samples = null!;

    [GlobalSetup]
    public void Setup()
    {
        Bot bot = Bot.Build(_large);
        Correctness.Require(bot.Diagnostics.IsEmpty && bot.Main.Dialogs.Length > 1000, "the script makes a bot with more than a thousand dialogs and no warnings");
        Correctness.Require(bot.Main.DialogsByName["order_1"][0].Trigger is not null, "its dialogs have triggers");
        string bots = FindSamples();
        _samples = [.. Directory.GetDirectories(bots).Where(static path => File.Exists(Path.Combine(path, "main.bubble")))];
        Correctness.Require(_samples.Length >= 7 && Load().Length == _samples.Length, "the sample bots load");
        for (int i = 0; i < RoundsUntilCompiled; i++)
        {
            ParseAndBind();
        }
    }

    [Benchmark(Description = "1 MB: parse and bind")]
    public Bot ParseAndBind() => Bot.Build(_large);

    [Benchmark(Description = "load the sample bots from disk")]
    public Bot[] Load() => Array.ConvertAll(_samples, static path => Bot.Load(path));

    internal static string FindSamples()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bubblescript.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The benchmarks run inside the repository."), "samples", "bots");
    }
}
