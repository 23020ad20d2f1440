using System.Collections.Frozen;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary>
/// <c>_"text"</c>: the translation for the conversation's locale with its own interpolations, else the source (language reference, section 12).
/// </summary>
internal sealed class TranslationNode(
    SourcePlace place,
    string source,
    EvaluationNode original,
    FrozenDictionary<string, EvaluationNode> translations) : EvaluationNode(place)
{
    /// <summary>The key of the translation tables.</summary>
    public string SourceText { get; } = source;

    public override bool MaySuspend { get; } = original.MaySuspend || NodeList.MaySuspend(translations.Values.AsSpan());

    public override Value Evaluate(EvaluationContext context)
    {
        if (translations.Count > 0)
        {
            foreach (string locale in LocaleFallback.Of(context.Locale.Current))
            {
                if (translations.TryGetValue(locale, out EvaluationNode? translation))
                {
                    return translation.Evaluate(context);
                }
            }
        }

        return original.Evaluate(context);
    }
}
