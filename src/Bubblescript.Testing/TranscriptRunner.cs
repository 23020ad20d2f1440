using Bubblescript.Testing.Transcripts;

namespace Bubblescript.Testing;

/// <summary>
/// Runs the cases of transcripts: in locale <c>en</c>, in UTC, on a clock that starts at <see cref="VirtualTimeProvider.DefaultStart"/> and without network.
/// Safe for use by several threads; cases share nothing.
/// </summary>
public static class TranscriptRunner
{
    /// <summary>Runs a case.</summary>
    /// <param name="transcriptCase">The case.</param>
    /// <param name="options">How the host is made.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>Whether everything happened as the transcript says, and both conversations. What is wrong with the transcript, or with its bot, is a failure too.</returns>
    public static async Task<TranscriptResult> RunAsync(
        TranscriptCase transcriptCase,
        TranscriptOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        CaseRun run = new(transcriptCase, options ?? TranscriptOptions.Default);
        return await run.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
