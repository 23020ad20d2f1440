using System.Collections.Immutable;
using Bubblescript.Matching.Coverage;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching;

/// <summary>
/// Tells whether a pattern matches whatever another one matches, so that a later trigger can never be reached. Sound: <c>true</c> is always right;
/// <c>false</c> may only mean that it could not be shown. Words, literals, alternatives, optional parts, wildcards, ranges and small permutations are
/// understood; regular expressions only when they are equal.
/// </summary>
public static class PatternCoverage
{
    /// <summary>Whether every utterance that <paramref name="later"/> matches is also matched by <paramref name="earlier"/>.</summary>
    /// <param name="earlier">The pattern that is tried first.</param>
    /// <param name="later">The pattern that is tried afterwards.</param>
    public static bool Covers(UtterancePattern earlier, UtterancePattern later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        if (earlier is not BmlPattern first || later is not BmlPattern second)
        {
            return earlier.GetType() == later.GetType() && earlier.Source == later.Source;
        }

        return AreSame(first, second) || IsIncluded(first, second);
    }

    /// <summary>The alternatives of a pattern as patterns of their own; the pattern itself when it has none. All are covered exactly when it is.</summary>
    internal static ImmutableArray<UtterancePattern> SplitAlternatives(UtterancePattern pattern)
    {
        if (pattern is not BmlPattern { Root: AlternativesNode alternatives } bml || bml.Source.Contains('@', StringComparison.Ordinal))
        {
            return [pattern];
        }

        ImmutableArray<UtterancePattern>.Builder parts = ImmutableArray.CreateBuilder<UtterancePattern>(alternatives.Items.Length);
        foreach (PatternNode item in alternatives.Items)
        {
            // In parentheses, because one of several alternatives is never tied to the first token.
            if (!UtterancePattern.TryParse($"({bml.Source.AsSpan(item.Start, item.Length)})", options: null, out UtterancePattern? part, out _))
            {
                return [pattern];
            }

            parts.Add(part);
        }

        return parts.MoveToImmutable();
    }

    private static bool AreSame(BmlPattern earlier, BmlPattern later) => earlier.Source.Trim() == later.Source.Trim() && !later.Source.Contains('@');

    private static bool IsIncluded(BmlPattern earlier, BmlPattern later)
    {
        // Tokenisations depend on the kinds of entities a pattern names; without the same kinds, entities are runs of any tokens.
        ImmutableArray<string> kinds = earlier.EntityKinds;
        bool sameKinds = kinds.AsSpan().SequenceEqual(later.EntityKinds.AsSpan());
        TokenAutomaton? all = TokenAutomaton.Build(later, seesEntities: sameKinds, mayOverstate: true);
        TokenAutomaton? some = TokenAutomaton.Build(earlier, seesEntities: sameKinds, mayOverstate: false);
        return all is not null && some is not null && new InclusionCheck(all, some).Holds();
    }
}
