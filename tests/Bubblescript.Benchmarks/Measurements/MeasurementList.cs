using Bubblescript.Benchmarks.Coordination;

namespace Bubblescript.Benchmarks.Measurements;

/// <summary>The measurements by name: <c>measure</c> runs those whose name begins with its argument.</summary>
internal static class MeasurementList
{
    private static readonly (string Name, Func<Task> RunAsync)[] All =
    [
        ("coordination-emits", EmitMeasurements.RunAsync),
        ("coordination-queries", QueryMeasurements.RunAsync),
        ("coordination-messages", MessageMeasurements.RunAsync),
        ("coordination-flood", FloodMeasurements.RunAsync),
        ("coordination-idle", IdleMeasurements.RunAsync),
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
