namespace Bubblescript.Matching;

/// <summary>
/// Turns the text of a message into an utterance. The interpreter never waits: it calls <see cref="Analyze"/>. A host that analyses elsewhere does so
/// in <see cref="AnalyzeAsync"/> before the turn. Implementations must be safe for use by several threads.
/// </summary>
public interface ISentenceAnalyzer
{
    /// <summary>Analyses a text at once, without leaving the process.</summary>
    /// <param name="text">The text of the message.</param>
    /// <param name="context">Time, time zone and language.</param>
    Utterance Analyze(string text, AnalysisContext context);

    /// <summary>Analyses a text before a turn, and may ask a server for it. Does the same as <see cref="Analyze"/> unless overridden.</summary>
    /// <param name="text">The text of the message.</param>
    /// <param name="context">Time, time zone and language.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<Utterance> AnalyzeAsync(string text, AnalysisContext context, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<Utterance>(Analyze(text, context));
    }
}
