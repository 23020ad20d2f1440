using System.Collections.Immutable;
using Bubblescript.Matching.Entities;

namespace Bubblescript.Matching;

/// <summary>What the built-in analysis does with a sentence, and what was found in it so far.</summary>
internal sealed class SentenceAnalysis
{
    /// <summary>Tokens only.</summary>
    public static readonly SentenceAnalysis Plain = new(isEnglish: false, context: null);

    private readonly BuiltInRecognition? _recognition;

    public SentenceAnalysis(bool isEnglish, AnalysisContext? context)
    {
        IsEnglish = isEnglish;
        _recognition = context is null ? null : new BuiltInRecognition(context);
    }

    /// <summary>Whether words get lemmas and contractions are expanded.</summary>
    public bool IsEnglish { get; }

    /// <summary>Whether entities are recognised.</summary>
    public bool RecognizesEntities => _recognition is not null;

    /// <summary>The entities of these kinds; where some overlap, the longer is taken, then the kind that comes first.</summary>
    public ImmutableArray<RecognizedEntity> Recognize(string text, ImmutableArray<string> kinds) => _recognition?.Recognize(text, kinds) ?? [];
}
