using Bubblescript.Benchmarks.Measurements;
using Bubblescript.Values;

namespace Bubblescript.Benchmarks.Coordination;

/// <summary>Queries with their replies, as a loop of a script asks them.</summary>
internal static class QueryMeasurements
{
    private const int Queries = 200_000;
    private const int PerTurn = 1_000;
    private const int Pairs = 100;

    private const string Script = """
        task event: "ask" do
          repeat event.payload.times do
            n = n + 1
            _answer = query event.payload.to, "double", n
            if _answer == n * 2 do
              right = right + 1
            end
          end
        end

        task event: "double" do
          reply event.payload * 2
        end
        """;

    public static async Task RunAsync()
    {
        await AskOneAsync().ConfigureAwait(false);
        await AskManyAsync().ConfigureAwait(false);
    }

    private static async Task AskOneAsync()
    {
        await using BenchmarkHost host = await BenchmarkHost.StartAsync(Script, 2).ConfigureAwait(false);
        int rounds = 0;
        Value order = Order(host, 1, PerTurn);
        await Measurement.RunAsync("a query round trip, one process asking another", Queries, async () =>
        {
            for (int i = 0; i < Queries / PerTurn; i++)
            {
                await host.Chats[0].SendEventAsync("ask", order).ConfigureAwait(false);
            }

            await host.Host.WhenIdleAsync().ConfigureAwait(false);
            rounds++;
        }).ConfigureAwait(false);
        await RequireRepliesAsync(host, rounds * Queries).ConfigureAwait(false);
    }

    private static async Task AskManyAsync()
    {
        await using BenchmarkHost host = await BenchmarkHost.StartAsync(Script, Pairs * 2).ConfigureAwait(false);
        int rounds = 0;
        await Measurement.RunAsync("a query round trip, 100 pairs at once", Queries, async () =>
        {
            for (int i = 0; i < Pairs; i++)
            {
                await host.Chats[2 * i].SendEventAsync("ask", Order(host, (2 * i) + 1, Queries / Pairs)).ConfigureAwait(false);
            }

            await host.Host.WhenIdleAsync().ConfigureAwait(false);
            rounds++;
        }).ConfigureAwait(false);
        await RequireRepliesAsync(host, rounds * (Queries / Pairs)).ConfigureAwait(false);
    }

    private static async Task RequireRepliesAsync(BenchmarkHost host, int expected)
    {
        long right = await host.CountAsync(0, "right").ConfigureAwait(false);
        Correctness.Require(right == expected, $"{expected} queries get their own reply; {right} did");
    }

    private static Value Order(BenchmarkHost host, int asked, int times) => Value.MapOf(("to", host.Chats[asked].Address), ("times", times));
}
