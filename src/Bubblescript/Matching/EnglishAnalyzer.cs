namespace Bubblescript.Matching;

/// <summary>
/// The built-in analysis of English: lemmas, contractions and entities (language reference, BML, section 2.6). Utterances in other languages get tokens
/// only. Entities are looked for when a pattern that names their kind is tried. Safe for use by several threads.
/// </summary>
public sealed class EnglishAnalyzer : ISentenceAnalyzer
{
    private readonly IEntityRecognizer? _recognizer;
    private readonly Action<Exception>? _onFailure;

    /// <summary>Makes an analyser that recognises entities itself.</summary>
    public EnglishAnalyzer()
    {
    }

    /// <summary>Makes an analyser that leaves entities to a recogniser when it is asked before a turn (<see cref="AnalyzeAsync"/>).</summary>
    /// <param name="recognizer">Finds the entities, for example a Duckling server.</param>
    /// <param name="onFailure">Told when the recogniser cannot be reached; the built-in recognisers then take its place.</param>
    public EnglishAnalyzer(IEntityRecognizer recognizer, Action<Exception>? onFailure = null)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        _recognizer = recognizer;
        _onFailure = onFailure;
    }

    /// <summary>An analyser that recognises entities itself.</summary>
    public static EnglishAnalyzer Instance { get; } = new();

    /// <inheritdoc/>
    public Utterance Analyze(string text, AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        return IsEnglish(context.Locale)
            ? new Utterance(text, Sentence.FromText(text, new SentenceAnalysis(isEnglish: true, context)))
            : Utterance.FromText(text);
    }

    /// <inheritdoc/>
    public async ValueTask<Utterance> AnalyzeAsync(string text, AnalysisContext context, CancellationToken cancellationToken = default)
    {
        Utterance utterance = Analyze(text, context);
        if (_recognizer is null)
        {
            return utterance;
        }

        try
        {
            Sentence sentence = Sentence.FromText(text, new SentenceAnalysis(IsEnglish(context.Locale), context: null));
            IReadOnlyList<RecognizedEntity> entities = await _recognizer.RecognizeAsync(sentence.Text, context, cancellationToken).ConfigureAwait(false);
            return new Utterance(text, sentence.WithEntities(entities));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is HttpRequestException or TaskCanceledException or InvalidDataException)
        {
            // A recogniser that cannot be reached must not stop the conversation: the built-in ones stand in.
            _onFailure?.Invoke(exception);
            return utterance;
        }
    }

    private static bool IsEnglish(string locale) =>
        locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (locale.Length == 2 || !char.IsLetter(locale[2]));
}
