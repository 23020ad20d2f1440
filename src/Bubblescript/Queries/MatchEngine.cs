using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>
/// Selects and ranks the items of lists (query language). Results are values; errors of a query are error signals. Thread-safe.
/// </summary>
internal static class MatchEngine
{
    private const string MatchKey = "_match";

    /// <summary>The items that match, in their order.</summary>
    public static Value Filter(ListValue items, Value query, LocaleContext locale, ExecutionLimits limits) =>
        CompiledQuery.Compile(query, limits, out string? error) is { } compiled
            ? Filter(items, compiled, locale, limits)
            : new RuntimeError(error!).ToValue();

    /// <summary>The items that match, in their order.</summary>
    public static Value Filter(ListValue items, CompiledQuery query, LocaleContext locale, ExecutionLimits limits)
    {
        Value error = Select(items, query, locale, limits, exactly: false, out List<int> positions);
        if (!error.IsNil)
        {
            return error;
        }

        if (positions.Count == items.Count)
        {
            return items;
        }

        Value[] found = new Value[positions.Count];
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = items[positions[i]];
        }

        return ListValue.Own(found);
    }

    /// <summary>
    /// The positions of the items with a score above 0, or of exactly 1 as writing needs it. Gives nil, or the error that ended the query.
    /// </summary>
    public static Value Select(ListValue items, CompiledQuery query, LocaleContext locale, ExecutionLimits limits, bool exactly, out List<int> positions)
    {
        positions = [];
        if (query.IsEmpty)
        {
            return default;
        }

        QueryRun run = new(locale, limits);
        bool isLookedUp = ListIndexes.TryFindCandidates(items, query.Parts, locale, out ReadOnlySpan<int> candidates);
        int count = isLookedUp ? candidates.Length : items.Count;
        for (int i = 0; i < count && run.Error.IsNil; i++)
        {
            int position = isLookedUp ? candidates[i] : i;
            double score = QueryNode.Product(query.Parts, items[position], run);
            if (exactly ? score.Equals(1) : score > 0)
            {
                positions.Add(position);
            }
        }

        return run.Error;
    }

    /// <summary>All items with their scores and metadata in <c>_match</c>, the best first.</summary>
    public static Value Score(ListValue items, Value query, LocaleContext locale, ExecutionLimits limits) =>
        CompiledQuery.Compile(query, limits, out string? error) is { } compiled
            ? Score(items, compiled, locale, limits)
            : new RuntimeError(error!).ToValue();

    /// <summary>All items with their scores and metadata in <c>_match</c>, the best first.</summary>
    public static Value Score(ListValue items, CompiledQuery query, LocaleContext locale, ExecutionLimits limits)
    {
        QueryRun run = new(locale, limits);
        (double Score, Value Item)[] scored = new (double, Value)[items.Count];
        for (int i = 0; i < scored.Length && run.Error.IsNil; i++)
        {
            List<KeyValuePair<string, Value>> metadata = [];
            run.Metadata = metadata;
            double score = QueryNode.Sum(query.Parts, items[i], run);
            metadata.RemoveAll(static entry => string.Equals(entry.Key, "score", StringComparison.Ordinal));
            metadata.Insert(0, KeyValuePair.Create("score", ToNumber(score)));
            MapValue item = items[i].AsMap() ?? MapValue.From(("value", items[i]));
            scored[i] = (score, item.Set(MatchKey, MapValue.From(metadata)));
        }

        return run.Error.IsNil
            ? ListValue.From(scored.OrderByDescending(static entry => entry.Score).Select(static entry => entry.Item))
            : run.Error;
    }

    /// <summary>Whole scores are integers: the score of equality is 1.</summary>
    private static Value ToNumber(double score) => score < int.MaxValue && Math.Floor(score).Equals(score) ? Value.From((long)score) : Value.From(score);
}
