namespace Bubblescript.Matching;

/// <summary>Finds entities in a text. Implementations must be safe for use by several threads.</summary>
public interface IEntityRecognizer
{
    /// <summary>Finds the entities of a text, in the order in which they are to be put among its tokens.</summary>
    /// <param name="text">The trimmed text of the utterance; positions of the entities count its code points.</param>
    /// <param name="context">Time, time zone and language.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<IReadOnlyList<RecognizedEntity>> RecognizeAsync(string text, AnalysisContext context, CancellationToken cancellationToken);
}
