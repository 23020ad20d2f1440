using Bubblescript.Benchmarks.Binding;
using Bubblescript.Benchmarks.Coordination;
using Bubblescript.Benchmarks.Matching;
using Bubblescript.Benchmarks.Storage;

namespace Bubblescript.Benchmarks.Measurements;

/// <summary>The measurements by name: <c>measure</c> runs those whose name begins with its argument.</summary>
internal static class MeasurementList
{
    private static readonly (string Name, Func<Task> RunAsync)[] All =
    [
        ("load-stages", LoadMeasurements.RunAsync),
        ("load-first", LoadMeasurements.RunFirstAsync),
        ("coordination-emits", EmitMeasurements.RunAsync),
        ("coordination-queries", QueryMeasurements.RunAsync),
        ("coordination-messages", MessageMeasurements.RunAsync),
        ("coordination-flood", FloodMeasurements.RunAsync),
        ("coordination-idle", IdleMeasurements.RunAsync),
        ("matching-hostile", HostileMeasurements.RunAsync),
        ("storage-turns-1", static () => DurableTurns.MeasureAsync(conversations: 1, survivesPowerFailure: true)),
        ("storage-turns-100", static () => DurableTurns.MeasureAsync(conversations: 100, survivesPowerFailure: true)),
        ("storage-turns-many", static () => DurableTurns.MeasureAsync(conversations: 10_000, survivesPowerFailure: true)),
        ("storage-turns-quick", static () => DurableTurns.MeasureAsync(conversations: 10_000, survivesPowerFailure: false)),
        ("storage-memory", IdleMemory.MeasureAsync),
        ("storage-start", StartUp.MeasureAsync),
        ("storage-timers", PendingTimers.MeasureAsync),
    ];

    public static async Task RunAsync(string prefix)
    {
        foreach ((string name, Func<Task> runAsync) in All)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                Console.WriteLine(name);
                await runAsync().ConfigureAwait(false);
            }
        }
    }
}
