using System.Text.RegularExpressions;

namespace Bubblescript.Matching.Entities;

/// <summary>A recogniser whose entities look alike, so that a regular expression finds them.</summary>
internal abstract class RegexRecognizer(string kind, string expression) : BuiltInRecognizer
{
    private readonly Regex _expression = new(
        expression,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromMilliseconds(100));

    public sealed override string Kind { get; } = kind;

    public sealed override IEnumerable<EntityMention> Find(string text, AnalysisContext context)
    {
        List<EntityMention> mentions = [];
        try
        {
            for (Match match = _expression.Match(text); match.Success; match = match.NextMatch())
            {
                if (Read(text, match, context) is { } mention)
                {
                    mentions.Add(mention);
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // A text on which the search takes too long keeps the entities found so far.
        }

        return mentions;
    }

    /// <summary>What a match means; null when it is no entity after all.</summary>
    protected abstract EntityMention? Read(string text, Match match, AnalysisContext context);
}
