using System.Collections.Immutable;

namespace Bubblescript.Matching;

/// <summary>
/// An analysed sentence: its text and its tokenisations (language reference, BML, section 2.2). Tokens and entities are found when they are first
/// needed. Immutable, safe for use by several threads.
/// </summary>
public sealed class Sentence
{
    private const int WordMaskBits = 511;

    private readonly SentenceAnalysis _analysis;
    private TokenizationSet? _tokenizations;
    private KindTokenizations? _byKinds;
    private HashSet<string>? _words;
    private ulong[]? _wordMask;

    private Sentence(string text, SentenceAnalysis analysis, TokenizationSet? tokenizations)
    {
        Text = text;
        _analysis = analysis;
        _tokenizations = tokenizations;
    }

    /// <summary>The text, trimmed.</summary>
    public string Text { get; }

    /// <summary>The tokenisations in the order in which a pattern is tried on them.</summary>
    public IReadOnlyList<Tokenization> Tokenizations => Base;

    /// <summary>The tokenisations without the entities that built-in recognisers would find.</summary>
    internal Tokenization[] Base => Set.All;

    /// <summary>All texts that a word of a pattern could equal, for patterns that name no entities.</summary>
    internal HashSet<string> Words => _words ??= CollectWords();

    /// <summary>Whether a word with this hash code may be among the tokens and their dictionary forms; a quick no for most words that are not.</summary>
    internal bool MayHaveWord(int hashCode)
    {
        ulong[] mask = _wordMask ??= MakeWordMask();
        int bit = hashCode & WordMaskBits;
        return (mask[bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    /// <summary>Token lists that together hold every token, for patterns that name no entities.</summary>
    internal IEnumerable<Token[]> CompleteTokens => Set.Complete.Length > 0 ? Set.Complete : Base.Select(static tokenization => tokenization.Tokens);

    private TokenizationSet Set => _tokenizations ??= MakeTokenizations();

    /// <summary>Makes a sentence with the built-in tokeniser.</summary>
    internal static Sentence FromText(string text, SentenceAnalysis analysis) => new(Tokenizer.Trim(text).ToString(), analysis, tokenizations: null);

    /// <summary>Makes a sentence of tokens that were made elsewhere.</summary>
    internal static Sentence FromTokenizations(string text, Tokenization[] tokenizations) =>
        new(text, SentenceAnalysis.Plain, new TokenizationSet(tokenizations, []));

    /// <summary>
    /// A sentence whose first tokenisations hold the entities (language reference, BML, section 2.5); the other tokenisations follow.
    /// </summary>
    /// <param name="entities">The entities in the order in which they are put in; what fits nowhere is left out.</param>
    public Sentence WithEntities(IEnumerable<RecognizedEntity> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        ImmutableArray<RecognizedEntity> added = [.. entities];
        return added.IsEmpty || Base.Length == 0
            ? this
            : FromTokenizations(Text, [.. EntityInsertion.Tokenize(Base[^1].Tokens, added), .. Base]);
    }

    /// <summary>The entities among the tokens; without any, those of the given kinds that the built-in recognisers find.</summary>
    internal ImmutableArray<RecognizedEntity> FindEntities(ImmutableArray<string> kinds)
    {
        ImmutableArray<RecognizedEntity> known = [.. Base.SelectMany(static tokenization => tokenization).Select(static token => token.Entity).OfType<RecognizedEntity>().Distinct()];
        return known.IsEmpty ? _analysis.Recognize(Text, kinds) : known;
    }

    /// <summary>The tokenisations for a pattern that names these kinds of entities.</summary>
    internal Tokenization[] ForKinds(ImmutableArray<string> kinds)
    {
        if (kinds.IsDefaultOrEmpty || !_analysis.RecognizesEntities)
        {
            return Base;
        }

        for (KindTokenizations? known = Volatile.Read(ref _byKinds); known is not null; known = known.Next)
        {
            if (known.IsFor(kinds))
            {
                return known.Tokenizations;
            }
        }

        return AddKinds(kinds);
    }

    /// <summary>Whether an entity of a kind was found.</summary>
    internal bool HasEntity(string kind) =>
        (_analysis.RecognizesEntities && !_analysis.Recognize(Text, [kind]).IsEmpty)
        || Array.Exists(Base, tokenization => tokenization.HasEntity && tokenization.Any(token => token.Entity?.Kind == kind));

    private Tokenization[] AddKinds(ImmutableArray<string> kinds)
    {
        ImmutableArray<RecognizedEntity> entities = _analysis.Recognize(Text, kinds);
        Tokenization[] result = Base;
        if (!entities.IsEmpty)
        {
            List<Tokenization> all = [];
            foreach (Token[] complete in Set.Complete)
            {
                all.AddRange(EntityInsertion.Tokenize(complete, entities));
            }

            all.AddRange(Base);
            result = [.. all];
        }

        KindTokenizations? known = Volatile.Read(ref _byKinds);
        Volatile.Write(ref _byKinds, new KindTokenizations(kinds, result, known));
        return result;
    }

    private TokenizationSet MakeTokenizations()
    {
        TokenizedText tokenized = Tokenizer.Tokenize(Text, _analysis.IsEnglish);
        Tokenization[] plain = tokenized.PunctuationCount == 0 ? [new Tokenization(tokenized.Tokens)] : WithoutPunctuationFirst(tokenized.Tokens);
        return _analysis.IsEnglish && tokenized.HasApostrophe && ContractionExpander.Expand(tokenized.Tokens) is { } expanded
            ? new TokenizationSet([.. plain, .. WithoutPunctuationFirst(expanded)], [tokenized.Tokens, expanded])
            : new TokenizationSet(plain, [tokenized.Tokens]);
    }

    internal static Tokenization[] WithoutPunctuationFirst(Token[] tokens)
    {
        int punctuation = tokens.Count(static token => token.IsPunctuation);
        return punctuation == 0
            ? [new Tokenization(tokens)]
            : [new Tokenization(Array.FindAll(tokens, static token => !token.IsPunctuation)), new Tokenization(tokens)];
    }

    private ulong[] MakeWordMask()
    {
        ulong[] mask = new ulong[(WordMaskBits + 1) / 64];
        foreach (Token[] tokens in CompleteTokens)
        {
            foreach (Token token in tokens)
            {
                Note(mask, token.Value);
                Array.ForEach(token.LemmaArray, lemma => Note(mask, lemma));
                if (token.Analysis is { } analysis)
                {
                    Note(mask, analysis.Lemma);
                }
            }
        }

        return mask;
    }

    private static void Note(ulong[] mask, string word)
    {
        int bit = word.GetHashCode(StringComparison.Ordinal) & WordMaskBits;
        mask[bit >> 6] |= 1UL << (bit & 63);
    }

    private HashSet<string> CollectWords()
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (Tokenization tokenization in Base)
        {
            foreach (Token token in tokenization.Tokens)
            {
                words.Add(token.Value);
                words.UnionWith(token.LemmaArray);
                if (token.Analysis is { } analysis)
                {
                    words.Add(analysis.Lemma);
                }

                words.Add(token.NormalizedRaw);
            }
        }

        return words;
    }
}
