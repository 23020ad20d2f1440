using System.Threading.Channels;

namespace Bubblescript.Cli.Tests;

/// <summary>Runs cases, several at once, and reports them in order.</summary>
internal static class TestSuite
{
    /// <summary>Gives the exit status.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<TestItem> items, ITestReport report, CancellationToken cancellationToken)
    {
        int failed = 0;
        Channel<Task<TestOutcome>> running = Channel.CreateBounded<Task<TestOutcome>>(Environment.ProcessorCount);
        Task starting = StartAllAsync(items, running.Writer, cancellationToken);
        int index = 0;
        await foreach (Task<TestOutcome> task in running.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            TestOutcome outcome = await task.ConfigureAwait(false);
            failed += outcome.Failure is null ? 0 : 1;
            report.Add(items[index++], outcome);
        }

        await starting.ConfigureAwait(false);
        report.Finish(items.Count - failed, failed);
        return failed == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private static async Task StartAllAsync(IReadOnlyList<TestItem> items, ChannelWriter<Task<TestOutcome>> running, CancellationToken cancellationToken)
    {
        foreach (TestItem item in items)
        {
            await running.WriteAsync(Task.Run(() => item.RunAsync(cancellationToken), cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        running.Complete();
    }
}
