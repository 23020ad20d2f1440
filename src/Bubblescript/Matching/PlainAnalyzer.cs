namespace Bubblescript.Matching;

/// <summary>The built-in tokeniser alone: no lemmas, contractions or entities (language reference, BML, section 2.1). For languages other than English.</summary>
public sealed class PlainAnalyzer : ISentenceAnalyzer
{
    /// <summary>The analyser; it has no state.</summary>
    public static PlainAnalyzer Instance { get; } = new();

    /// <inheritdoc/>
    public Utterance Analyze(string text, AnalysisContext context) => Utterance.FromText(text);
}
