using Bubblescript.Benchmarks.Measurements;
using Bubblescript.Values;

namespace Bubblescript.Benchmarks.Coordination;

/// <summary>Events between processes; every receiver checks that the numbers of its sender come without gap and in order.</summary>
internal static class EmitMeasurements
{
    private const int Emits = 1_000_000;
    private const int Processes = 10_000;
    private const int Members = 1_000;

    private const string Script = """
        task event: "run" do
          _to = event.payload.to
          repeat event.payload.times do
            sent = sent + 1
            emit "note", sent, to: _to
          end
        end

        task event: "fan" do
          sent = sent + 1
          repeat _to in event.payload do
            emit "note", sent, to: _to
          end
        end

        task event: "note" do
          if event.payload == last + 1 do
            last = event.payload
          end
        end
        """;

    public static async Task RunAsync()
    {
        await EmitInARingAsync().ConfigureAwait(false);
        await EmitToOneAsync().ConfigureAwait(false);
        await FanOutAsync().ConfigureAwait(false);
        await EmitToNobodyAsync().ConfigureAwait(false);
    }

    private static async Task EmitInARingAsync()
    {
        await using BenchmarkHost host = await BenchmarkHost.StartAsync(Script, Processes).ConfigureAwait(false);
        int rounds = 0;
        Value[] orders = new Value[Processes];
        for (int i = 0; i < Processes; i++)
        {
            orders[i] = Order(host.Chats[(i + 1) % Processes].Address, Emits / Processes);
        }

        await Measurement.RunAsync("an emit, a million between 10,000 processes", Emits, async () =>
        {
            for (int i = 0; i < Processes; i++)
            {
                await host.Chats[i].SendEventAsync("run", orders[i]).ConfigureAwait(false);
            }

            await host.Host.WhenIdleAsync().ConfigureAwait(false);
            rounds++;
        }).ConfigureAwait(false);
        await RequireArrivalAsync(host, 0, Processes, rounds * (Emits / Processes)).ConfigureAwait(false);
    }

    private static async Task EmitToOneAsync()
    {
        await using BenchmarkHost host = await BenchmarkHost.StartAsync(Script, 2).ConfigureAwait(false);
        const int turns = 100;
        int rounds = 0;
        Value order = Order(host.Chats[1].Address, Emits / turns);
        await Measurement.RunAsync("an emit, a million from one process to another", Emits, async () =>
        {
            for (int i = 0; i < turns; i++)
            {
                await host.Chats[0].SendEventAsync("run", order).ConfigureAwait(false);
            }

            await host.Host.WhenIdleAsync().ConfigureAwait(false);
            rounds++;
        }).ConfigureAwait(false);
        await RequireArrivalAsync(host, 1, 2, rounds * Emits).ConfigureAwait(false);
    }

    private static async Task FanOutAsync()
    {
        await using BenchmarkHost host = await BenchmarkHost.StartAsync(Script, Members + 1).ConfigureAwait(false);
        const int events = 100;
        int rounds = 0;
        Value members = ListValue.From(host.Chats.Skip(1).Select(static chat => Value.From(chat.Address)));
        await Measurement.RunAsync("an emit, one of a thousand to members", Members * events, async () =>
        {
            for (int i = 0; i < events; i++)
            {
                await host.Chats[0].SendEventAsync("fan", members).ConfigureAwait(false);
            }

            await host.Host.WhenIdleAsync().ConfigureAwait(false);
            rounds++;
        }).ConfigureAwait(false);
        await RequireArrivalAsync(host, 1, Members + 1, rounds * events).ConfigureAwait(false);
    }

    /// <summary>Events that no script handles.</summary>
    private static async Task EmitToNobodyAsync()
    {
        await using BenchmarkHost host = await BenchmarkHost.StartAsync("dialog main do end", Processes).ConfigureAwait(false);
        await Measurement.RunAsync("an event of the host that nobody handles", Emits, async () =>
        {
            for (int i = 0; i < Emits; i++)
            {
                await host.Chats[i % Processes].SendEventAsync("note").ConfigureAwait(false);
            }

            await host.Host.WhenIdleAsync().ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private static Value Order(string to, int times) => Value.MapOf(("to", to), ("times", times));

    private static async Task RequireArrivalAsync(BenchmarkHost host, int first, int end, int expected)
    {
        for (int i = first; i < end; i++)
        {
            long last = await host.CountAsync(i, "last").ConfigureAwait(false);
            Correctness.Require(last == expected, $"process {i} has got {expected} events in order; it has got {last}");
        }
    }
}
