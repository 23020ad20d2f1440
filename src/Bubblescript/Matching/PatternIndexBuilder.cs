using System.Collections.Immutable;

namespace Bubblescript.Matching;

/// <summary>Decides under which words, labels or entity kinds the entries of an index are filed: for each pattern, under its rarest requirement.</summary>
internal sealed class PatternIndexBuilder
{
    private const int CostOfKind = 1000;

    private readonly Dictionary<string, int> _frequencies = new(StringComparer.Ordinal);

    public Dictionary<string, List<int>> Words { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<int>> Labels { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<int>> Kinds { get; } = new(StringComparer.Ordinal);

    public List<int> Always { get; } = [];

    /// <summary>Counts the words of patterns; done for all entries before any is added.</summary>
    public void Count(ImmutableArray<UtterancePattern> patterns)
    {
        foreach (string word in patterns.OfType<BmlPattern>().SelectMany(static pattern => pattern.Requirements.Sets).SelectMany(static set => set))
        {
            _frequencies[word] = _frequencies.GetValueOrDefault(word) + 1;
        }
    }

    public void Add(int position, ImmutableArray<UtterancePattern> patterns, ImmutableArray<string> labels, bool isAlways)
    {
        foreach (string label in labels)
        {
            File(Labels, TextNormalizer.ToBaseForm(label), position);
        }

        List<string> keys = [];
        foreach (UtterancePattern pattern in patterns)
        {
            ImmutableArray<string> rarest = FindRarest(pattern);
            isAlways |= rarest.IsDefault;
            keys.AddRange(rarest.IsDefault ? [] : rarest);
        }

        if (isAlways)
        {
            Always.Add(position);
            return;
        }

        foreach (string key in keys)
        {
            bool isKind = key[0] == PatternRequirements.KindMark;
            File(isKind ? Kinds : Words, isKind ? key[1..] : key, position);
        }
    }

    /// <summary>The requirement that the fewest patterns share; default when there is none.</summary>
    private ImmutableArray<string> FindRarest(UtterancePattern pattern)
    {
        ImmutableArray<string> best = default;
        int lowestCost = int.MaxValue;
        ImmutableArray<ImmutableArray<string>> sets = pattern is BmlPattern bml ? bml.Requirements.Sets : [];
        foreach (ImmutableArray<string> set in sets)
        {
            int cost = set.Sum(word => _frequencies[word] + (word[0] == PatternRequirements.KindMark ? CostOfKind : 0));
            if (cost < lowestCost)
            {
                (best, lowestCost) = (set, cost);
            }
        }

        return best;
    }

    private static void File(Dictionary<string, List<int>> entries, string key, int position)
    {
        if (!entries.TryGetValue(key, out List<int>? positions))
        {
            entries.Add(key, positions = []);
        }

        if (positions.Count == 0 || positions[^1] != position)
        {
            positions.Add(position);
        }
    }
}
