using Bubblescript.Binding;
using Bubblescript.Testing.TestBlocks;

namespace Bubblescript.Testing;

/// <summary>
/// Runs the <c>test</c> blocks of scripts (language reference, section 10), each in a conversation of its own, under the same conditions as transcripts.
/// Safe for use by several threads.
/// </summary>
public static class TestBlockRunner
{
    /// <summary>Runs a test.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="testName">One of <see cref="Bot.TestNames"/>.</param>
    /// <param name="options">How the host is made.</param>
    /// <param name="cancellationToken">Stops between two statements.</param>
    /// <exception cref="ArgumentException">The bot has no such test.</exception>
    public static async Task<TestBlockResult> RunAsync(
        Bot bot,
        string testName,
        TranscriptOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bot);
        BotTest test = bot.Tests.FirstOrDefault(test => string.Equals(test.Name, testName, StringComparison.Ordinal))
            ?? throw new ArgumentException($"The bot '{bot.Id}' has no test '{testName}'.", nameof(testName));
        TestBlockRun run = new([bot], test, options ?? TranscriptOptions.Default);
        return await run.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
