using System.Diagnostics;
using Bubblescript.Benchmarks.Measurements;
using Bubblescript.Coordination;
using Bubblescript.Values;

namespace Bubblescript.Benchmarks.Coordination;

/// <summary>How long others wait while one process never comes to rest.</summary>
internal static class FloodMeasurements
{
    private const int Chats = 50;
    private const int Messages = 4_000;

    private const string Script = """
        dialog main do
          say "Hi."
        end

        dialog trigger: "hello" do
          say "Hello."
        end

        task event: "flood" do
          n = n + 1
          emit "sink", n, to: event.payload
          emit "flood", event.payload, to: conversation.addr
        end

        task event: "burn" do
          repeat _i in 1..100000 do
            n = n + _i
          end
          emit "burn", to: conversation.addr
        end

        task event: "sink" do
          n = n + 1
        end
        """;

    public static async Task RunAsync()
    {
        await MeasureAsync("answers, nothing else running", static (_, _) => Task.CompletedTask).ConfigureAwait(false);
        await MeasureAsync("answers while a process emits without end", static (flooder, sink) =>
            flooder.SendEventAsync("flood", sink.Address)).ConfigureAwait(false);
        await MeasureAsync("answers while a process has a million events to handle", static async (flooder, _) =>
        {
            for (int i = 0; i < 1_000_000; i++)
            {
                await flooder.SendEventAsync("sink").ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        await MeasureAsync("answers while a process computes without end, 100,000 rounds a turn", static (flooder, _) =>
            flooder.SendEventAsync("burn")).ConfigureAwait(false);
    }

    private static async Task MeasureAsync(string what, Func<Conversation, Conversation, Task> floodAsync)
    {
        await using BenchmarkHost host = await BenchmarkHost.StartAsync(Script, Chats + 2).ConfigureAwait(false);
        Dictionary<string, long> sent = new(StringComparer.Ordinal);
        List<double> waits = new(Messages);
        using IDisposable watch = host.Host.Observe(happened =>
        {
            if (happened is OutgoingMessage answer)
            {
                long now = Stopwatch.GetTimestamp();
                lock (sent)
                {
                    if (sent.Remove(answer.Address, out long since))
                    {
                        waits.Add(Stopwatch.GetElapsedTime(since, now).TotalMilliseconds);
                    }
                }
            }
        });
        for (int i = 0; i < Messages; i++)
        {
            if (i == Messages / 4)
            {
                waits.Clear();
                await floodAsync(host.Chats[Chats], host.Chats[Chats + 1]).ConfigureAwait(false);
            }

            Conversation chat = host.Chats[i % Chats];
            lock (sent)
            {
                sent[chat.Address] = Stopwatch.GetTimestamp();
            }

            await chat.SendAsync("hello").ConfigureAwait(false);
            await Task.Delay(1).ConfigureAwait(false);
        }

        Print(what, waits);
    }

    private static void Print(string what, List<double> waits)
    {
        waits.Sort();
        Correctness.Require(waits.Count > Messages / 2, "most messages are answered while they are measured");
        Measurement.Print(
            what,
            Measurement.Text($"median {waits[waits.Count / 2]:0.000} ms"),
            Measurement.Text($"99th percentile {waits[waits.Count * 99 / 100]:0.000} ms"),
            Measurement.Text($"worst {waits[^1]:0.000} ms"));
    }
}
