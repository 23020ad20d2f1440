using Bubblescript.Benchmarks.Measurements;
using Bubblescript.Coordination;

namespace Bubblescript.Benchmarks.Coordination;

/// <summary>User messages through the whole host: mailbox, triggers, two statements, one message. Nobody observes.</summary>
internal static class MessageMeasurements
{
    private const int Messages = 200_000;
    private const int Processes = 1_000;

    public static async Task RunAsync()
    {
        await using BenchmarkHost host = await BenchmarkHost.StartAsync(
            """
            dialog main do
              say "Hi."
            end

            dialog trigger: "borrow _ (book | disc)" do
              count = count + 1
              say "You said #{message.text}."
            end

            dialog trigger: "opening hours" do
              say "From nine to five."
            end
            """,
            Processes).ConfigureAwait(false);
        int rounds = 0;
        await Measurement.RunAsync("a user message through the host", Messages, async () =>
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
        }).ConfigureAwait(false);
        long count = await host.CountAsync(0, "count").ConfigureAwait(false);
        Correctness.Require(count == rounds * (Messages / Processes), $"every message is answered; {count} were");
    }
}
