using System.Runtime.InteropServices;

namespace Bubblescript.Matching;

/// <summary>
/// Finds those of many patterns that an utterance may match, by words that they require, in their order. What is found must still be matched; what is not
/// found cannot match. The cost hardly depends on the number of patterns. Immutable, safe for use by several threads.
/// </summary>
/// <typeparam name="T">The type of the items that patterns lead to.</typeparam>
public sealed class PatternIndex<T>
{
    private readonly T[] _items;
    private readonly Dictionary<string, int[]> _byWord;
    private readonly Dictionary<string, int[]> _byLabel;
    private readonly KeyValuePair<string, int[]>[] _byKind;
    private readonly int[] _always;

    private PatternIndex(T[] items, PatternIndexBuilder builder)
    {
        _items = items;
        _byWord = builder.Words.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _byLabel = builder.Labels.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _byKind = [.. builder.Kinds.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.ToArray()))];
        _always = [.. builder.Always];
    }

    /// <summary>The number of entries.</summary>
    public int Count => _items.Length;

    /// <summary>Makes an index.</summary>
    /// <param name="entries">The entries, in the order in which they are to be found.</param>
    public static PatternIndex<T> Create(IEnumerable<PatternIndexEntry<T>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        PatternIndexEntry<T>[] all = [.. entries];
        PatternIndexBuilder builder = new();
        foreach (PatternIndexEntry<T> entry in all)
        {
            builder.Count(entry.Patterns);
        }

        for (int i = 0; i < all.Length; i++)
        {
            builder.Add(i, all[i].Patterns, all[i].Labels, all[i].IsAlways);
        }

        return new PatternIndex<T>([.. all.Select(static entry => entry.Item)], builder);
    }

    /// <summary>Adds the items that the utterance may lead to, in the order of the entries.</summary>
    /// <param name="utterance">The analysed utterance.</param>
    /// <param name="candidates">Receives the items.</param>
    public void FindCandidates(Utterance utterance, ICollection<T> candidates)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        ArgumentNullException.ThrowIfNull(candidates);
        List<int> positions = [];
        positions.AddRange(_always);
        if (_byLabel.Count > 0 && _byLabel.TryGetValue(TextNormalizer.ToBaseForm(utterance.Text), out int[]? labelled))
        {
            positions.AddRange(labelled);
        }

        foreach (Sentence sentence in utterance.Sentences)
        {
            AddByKind(sentence, positions);
            AddByWord(sentence, positions);
        }

        positions.Sort();
        int previous = -1;
        foreach (int position in CollectionsMarshal.AsSpan(positions))
        {
            if (position != previous)
            {
                candidates.Add(_items[position]);
                previous = position;
            }
        }
    }

    /// <summary>The items that the utterance may lead to, in the order of the entries.</summary>
    /// <param name="utterance">The analysed utterance.</param>
    public IReadOnlyList<T> FindCandidates(Utterance utterance)
    {
        List<T> candidates = [];
        FindCandidates(utterance, candidates);
        return candidates;
    }

    private void AddByKind(Sentence sentence, List<int> positions)
    {
        foreach ((string kind, int[] entries) in _byKind)
        {
            if (sentence.HasEntity(kind))
            {
                positions.AddRange(entries);
            }
        }
    }

    private void AddByWord(Sentence sentence, List<int> positions)
    {
        if (_byWord.Count == 0)
        {
            return;
        }

        foreach (Token[] tokens in sentence.CompleteTokens)
        {
            foreach (Token token in tokens)
            {
                AddWord(token.Value, positions);
                foreach (string lemma in token.LemmaArray)
                {
                    AddWord(lemma, positions);
                }

                if (!token.IsLiteral)
                {
                    AddWord(token.NormalizedRaw, positions);
                    AddWord(token.Analysis?.Lemma ?? token.Value, positions);
                }
            }
        }
    }

    private void AddWord(string word, List<int> positions)
    {
        if (_byWord.TryGetValue(word, out int[]? entries))
        {
            positions.AddRange(entries);
        }
    }
}
