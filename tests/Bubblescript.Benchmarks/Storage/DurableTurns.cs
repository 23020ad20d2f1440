using System.Diagnostics;
using System.Globalization;
using Bubblescript.Benchmarks.Measurements;
using Bubblescript.Coordination;
using Bubblescript.Sqlite;
using Bubblescript.Values;

namespace Bubblescript.Benchmarks.Storage;

/// <summary>
/// Durable turns per second over SQLite: every conversation has a user who sends the next message as soon as the last one is acknowledged. A rate of many
/// users at once is nothing that BenchmarkDotNet's one caller could measure.
/// </summary>
internal static class DurableTurns
{
    private const int Seconds = 4;
    private const int Rounds = 3;

    public static async Task MeasureAsync(int conversations, bool survivesPowerFailure)
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "chat.db");
        SqliteStoreOptions options = new() { SurvivesPowerFailure = survivesPowerFailure };
        BotHost host = Build(path, options);
        await host.StartAsync();
        Conversation[] chats = new Conversation[conversations];
        await Parallel.ForAsync(0, conversations, async (i, cancellation) =>
            chats[i] = await host.OpenAsync(string.Create(CultureInfo.InvariantCulture, $"user{i}"), cancellationToken: cancellation));
        long[] sent = new long[conversations];
        double best = 0;
        double bestProcessorTime = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = sent.Sum();
            TimeSpan processorTime = Environment.CpuUsage.TotalTime;
            long started = Stopwatch.GetTimestamp();
            await RunAsync(chats, sent, started + (Seconds * Stopwatch.Frequency));
            double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            long turns = sent.Sum() - before;
            best = Math.Max(best, turns / seconds);
            bestProcessorTime = Math.Min(bestProcessorTime, (Environment.CpuUsage.TotalTime - processorTime).TotalMicroseconds / turns);
        }

        await host.DisposeAsync();
        await RequireAllAsync(path, options, sent);
        Measurement.Print(
            Measurement.Text($"durable turns, {conversations:N0} conversations, {(survivesPowerFailure ? "safe from power failures" : "safe from the end of the process")}"),
            Measurement.Text($"{best:N0} per second"),
            Measurement.Text($"{bestProcessorTime:N1} µs of processor each"));
    }

    /// <summary>Nobody reads the messages here, so few are kept for readers.</summary>
    private static BotHost Build(string path, SqliteStoreOptions options) => new BotHostBuilder()
        .AddBot(SampleConversations.MakeAsking())
        .UseSqlite(path, options)
        .UseOptions(new BotHostOptions { MessageBuffer = 4 })
        .Build();

    private static Task RunAsync(Conversation[] chats, long[] sent, long end)
    {
        Task[] users = new Task[chats.Length];
        for (int i = 0; i < chats.Length; i++)
        {
            int user = i;
            users[i] = Task.Run(async () =>
            {
                while (Stopwatch.GetTimestamp() < end)
                {
                    await chats[user].SendAsync("hello there");
                    sent[user]++;
                }
            });
        }

        return Task.WhenAll(users);
    }

    /// <summary>What was acknowledged is in the file, once.</summary>
    private static async Task RequireAllAsync(string path, SqliteStoreOptions options, long[] sent)
    {
        await using BotHost host = Build(path, options);
        await host.StartAsync();
        for (int i = 0; i < sent.Length; i += Math.Max(1, sent.Length / 100))
        {
            Conversation chat = await host.OpenAsync(string.Create(CultureInfo.InvariantCulture, $"user{i}"), new OpenOptions { Connect = false });
            Value count = await chat.EvaluateAsync("count");
            Correctness.Require((count.AsInteger() ?? 0) == sent[i], $"user {i} has {sent[i]} turns (found {count})");
        }
    }
}
