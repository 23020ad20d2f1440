using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bubblescript.Benchmarks.Measurements;
using Bubblescript.Coordination;

namespace Bubblescript.Benchmarks.Coordination;

/// <summary>User messages through the whole host: mailbox, triggers, two statements, one message. Nobody observes; monitors listen or do not.</summary>
internal static class MessageMeasurements
{
    private const int Messages = 200_000;
    private const int Processes = 1_000;
    private const string Telemetry = "Bubblescript";

    public static async Task RunAsync()
    {
        await using BenchmarkHost host = await BenchmarkHost.StartAsync(SampleScripts.Triggers, Processes).ConfigureAwait(false);
        int rounds = 0;
        await MeasureAsync("a user message through the host").ConfigureAwait(false);
        long turns = 0;
        using (MeterListener meters = ListenToMeter(() => Interlocked.Increment(ref turns)))
        {
            await MeasureAsync("a user message through the host, its metrics listened to").ConfigureAwait(false);
        }

        Correctness.Require(turns >= Messages, $"every turn is counted; {turns} were");
        using (ActivityListener traces = ListenToTraces())
        {
            await MeasureAsync("a user message through the host, its trace recorded").ConfigureAwait(false);
        }

        long count = await host.CountAsync(0, "count").ConfigureAwait(false);
        Correctness.Require(count == rounds * (Messages / Processes), $"every message is answered; {count} were");

        Task MeasureAsync(string what) => Measurement.RunAsync(what, Messages, async () =>
        {
            // One message of each user at a time, as users wait for the answer.
            for (int i = 0; i < Messages / Processes; i++)
            {
                foreach (Conversation chat in host.Chats)
                {
                    await chat.SendAsync("I want to borrow a book here").ConfigureAwait(false);
                }

                await host.Host.WhenIdleAsync().ConfigureAwait(false);
            }

            rounds++;
        });
    }

    private static MeterListener ListenToMeter(Action countTurn)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, listening) =>
            {
                if (instrument.Meter.Name is Telemetry)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) =>
        {
            if (instrument.Name is "bubblescript.turns")
            {
                countTurn();
            }
        });
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => { });
        listener.Start();
        return listener;
    }

    private static ActivityListener ListenToTraces()
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name is Telemetry,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
