using System.Collections.Immutable;
using Bubblescript.Matching;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Checks;

/// <summary>The triggers that come first, by the words that they need; keeps the check fast for thousands of triggers.</summary>
internal sealed class TriggerIndex
{
    private readonly List<SourcePlace> _places = [];
    private readonly List<EarlierTrigger> _withoutWords = [];
    private readonly Dictionary<string, List<EarlierTrigger>> _bySource = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EarlierTrigger>> _byWord = new(StringComparer.Ordinal);

    public void Add(SourcePlace place, IEnumerable<UtterancePattern> patterns)
    {
        foreach (UtterancePattern pattern in patterns)
        {
            ImmutableArray<ImmutableArray<string>> sets = pattern is BmlPattern bml ? bml.Requirements.Sets : [];
            EarlierTrigger trigger = new(pattern, sets, _places.Count);
            ListOf(_bySource, SourceOf(pattern)).Add(trigger);
            if (pattern is BmlPattern && sets.IsEmpty)
            {
                _withoutWords.Add(trigger);
            }
            else if (!sets.IsEmpty)
            {
                AddByRarestSet(sets, trigger);
            }
        }

        _places.Add(place);
    }

    /// <summary>The first trigger of which one pattern or another covers each pattern of a later trigger, or null.</summary>
    public SourcePlace? FindCovering(IReadOnlyList<UtterancePattern> patterns)
    {
        SortedSet<int>? common = null;
        foreach (UtterancePattern pattern in patterns.SelectMany(static pattern => PatternCoverage.SplitAlternatives(pattern)))
        {
            SortedSet<int> covering = Covering(pattern, common);
            if (covering.Count == 0)
            {
                return null;
            }

            common = covering;
        }

        return common is null ? null : _places[common.Min];
    }

    private static string SourceOf(UtterancePattern pattern) => pattern.Source.Trim();

    private static List<EarlierTrigger> ListOf(Dictionary<string, List<EarlierTrigger>> index, string key)
    {
        if (!index.TryGetValue(key, out List<EarlierTrigger>? list))
        {
            index.Add(key, list = []);
        }

        return list;
    }

    /// <summary>Of the sets of words of which a match needs one each, the set that the fewest other triggers stand under.</summary>
    private void AddByRarestSet(ImmutableArray<ImmutableArray<string>> sets, EarlierTrigger trigger)
    {
        foreach (string word in sets.MinBy(set => set.Sum(word => 1 + _byWord.GetValueOrDefault(word, []).Count)))
        {
            ListOf(_byWord, word).Add(trigger);
        }
    }

    /// <summary>The earlier triggers, of those that are still asked for, that cover a pattern.</summary>
    private SortedSet<int> Covering(UtterancePattern later, SortedSet<int>? among)
    {
        SortedSet<int> covering = [];
        HashSet<string> words = WordsOf(later);
        IEnumerable<EarlierTrigger> candidates = _bySource.GetValueOrDefault(SourceOf(later), [])
            .Concat(_withoutWords)
            .Concat(words.SelectMany(word => _byWord.GetValueOrDefault(word, [])));
        foreach (EarlierTrigger candidate in candidates)
        {
            if (among?.Contains(candidate.Trigger) != false && !covering.Contains(candidate.Trigger) && candidate.MayCover(later, words)
                && PatternCoverage.Covers(candidate.Pattern, later))
            {
                covering.Add(candidate.Trigger);
            }
        }

        return covering;
    }

    /// <summary>The words that occur in a pattern.</summary>
    private static HashSet<string> WordsOf(UtterancePattern pattern)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        if (pattern is not BmlPattern bml)
        {
            return words;
        }

        foreach (ImmutableArray<string> set in bml.Requirements.Sets)
        {
            words.UnionWith(set);
        }

        string text = TextNormalizer.Normalize(bml.Source);
        words.UnionWith(text.Split((char[])[' ', '\t', '(', ')', '|', '<', '>', '[', ']', '?', '"', '\'', '-', '_', '='], StringSplitOptions.RemoveEmptyEntries));
        return words;
    }
}
