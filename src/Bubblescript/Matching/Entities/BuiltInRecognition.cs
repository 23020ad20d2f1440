using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bubblescript.Matching.Entities;

/// <summary>The entities of one text, found when they are first asked for and then kept. Safe for use by several threads.</summary>
internal sealed class BuiltInRecognition(AnalysisContext context)
{
    private const string Provider = "builtin";

    private static readonly FrozenDictionary<string, BuiltInRecognizer> Recognizers = new BuiltInRecognizer[]
    {
        new AmountOfMoneyRecognizer(),
        new CreditCardNumberRecognizer(),
        new DistanceRecognizer(),
        new DurationRecognizer(),
        new NumberRecognizer(),
        new OrdinalRecognizer(),
        new PhoneNumberRecognizer(),
        new QuantityRecognizer(),
        new TemperatureRecognizer(),
        new TimeRecognizer(),
        new VolumeRecognizer(),
        new EmailRecognizer(),
        new UrlRecognizer(),
    }.ToFrozenDictionary(static recognizer => recognizer.Kind, StringComparer.Ordinal);

    /// <summary>Made when a kind is first asked for: most texts are asked for none.</summary>
    private ConcurrentDictionary<string, ImmutableArray<RecognizedEntity>>? _found;

    /// <summary>The entities of some kinds in the order of the text; of overlapping ones the longest, then the one whose kind comes first.</summary>
    public ImmutableArray<RecognizedEntity> Recognize(string text, ImmutableArray<string> kinds)
    {
        if (kinds.Length == 1)
        {
            return Recognize(text, kinds[0]);
        }

        List<RecognizedEntity> chosen = [];
        IEnumerable<RecognizedEntity> candidates = kinds
            .SelectMany((kind, rank) => Recognize(text, kind).Select(entity => (Entity: entity, Rank: rank)))
            .OrderByDescending(static candidate => candidate.Entity.End - candidate.Entity.Start)
            .ThenBy(static candidate => candidate.Rank)
            .ThenBy(static candidate => candidate.Entity.Start)
            .Select(static candidate => candidate.Entity);
        foreach (RecognizedEntity candidate in candidates)
        {
            if (!chosen.Exists(other => candidate.Start < other.End && other.Start < candidate.End))
            {
                chosen.Add(candidate);
            }
        }

        return [.. chosen.OrderBy(static entity => entity.Start)];
    }

    private ImmutableArray<RecognizedEntity> Recognize(string text, string kind)
    {
        if (!Recognizers.TryGetValue(kind, out BuiltInRecognizer? recognizer))
        {
            return [];
        }

        return LazyInitializer.EnsureInitialized(ref _found, static () => new(concurrencyLevel: 1, capacity: 4, StringComparer.Ordinal)).GetOrAdd(kind, static (_, state) => Convert(state.Text, state.Recognizer, state.Context), (Text: text, Recognizer: recognizer, Context: context));
    }

    private static ImmutableArray<RecognizedEntity> Convert(string text, BuiltInRecognizer recognizer, AnalysisContext context)
    {
        ImmutableArray<RecognizedEntity>.Builder entities = ImmutableArray.CreateBuilder<RecognizedEntity>();
        CodePointCounter counter = new(text);
        foreach (EntityMention mention in recognizer.Find(text, context))
        {
            int start = counter.CountUpTo(mention.Start);
            entities.Add(new RecognizedEntity(
                recognizer.Kind, Provider, mention.Value, text[mention.Start..mention.End], mention.Extra, start, counter.CountUpTo(mention.End)));
        }

        return entities.DrainToImmutable();
    }

    /// <summary>Counts the code points in front of offsets that grow.</summary>
    private struct CodePointCounter(string text)
    {
        private int _offset;
        private int _pairs;

        public int CountUpTo(int offset)
        {
            for (; _offset < offset; _offset++)
            {
                _pairs += _offset > 0 && char.IsSurrogatePair(text[_offset - 1], text[_offset]) ? 1 : 0;
            }

            return offset - _pairs;
        }
    }
}
