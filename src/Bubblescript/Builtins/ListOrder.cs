using System.Diagnostics;
using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Sorting lists and finding equal items.</summary>
internal static class ListOrder
{
    private const int ItemsBetweenChecks = 256;

    public static Value Sort(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        string direction = arguments[1].AsString()!;
        if (direction is not ("asc" or "desc"))
        {
            return FunctionContext.Fail($"direction must be :asc or :desc, got {ValueDescription.Describe(arguments[1])}");
        }

        ListValue list = arguments[0].AsList()!;
        string? field = arguments[2].AsString();
        LocaleContext locale = context.Locale;
        Func<Value, Value> key = field is null ? static item => item : item => PathReader.ReadField(item, field, locale);
        return ListValue.From(string.Equals(direction, "asc", StringComparison.Ordinal)
            ? list.OrderBy(key, ValueOrder.Instance)
            : list.OrderByDescending(key, ValueOrder.Instance));
    }

    /// <summary>The smallest or largest of values; nil when there are none.</summary>
    public static Value Extreme(ReadOnlySpan<Value> values, int sign)
    {
        Value best = default;
        for (int i = 0; i < values.Length; i++)
        {
            if (i == 0 || ValueOrder.Instance.Compare(values[i], best) * sign > 0)
            {
                best = values[i];
            }
        }

        return best;
    }

    public static Value Unique(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        HashSet<Value> plain = new(ExactComparer.Instance);
        List<Value> records = [];
        List<Value> kept = [];
        long started = Stopwatch.GetTimestamp();
        foreach (Value item in arguments[0].AsList()!.AsSpan())
        {
            // Records equal more than themselves: a message equals every text with its base form.
            bool isKnown = item.Kind == ValueKind.Record ? Contains(kept, item, context) : plain.Contains(item) || Contains(records, item, context);
            if (isKnown)
            {
                continue;
            }

            kept.Add(item);
            if (kept.Count % ItemsBetweenChecks == 0 && Stopwatch.GetElapsedTime(started) > context.Limits.TurnTime)
            {
                return FunctionContext.FailLimit($"comparing the items took longer than the limit of {NumberText.Format(context.Limits.TurnTime.TotalSeconds)} seconds");
            }

            if (item.Kind == ValueKind.Record)
            {
                records.Add(item);
            }
            else
            {
                plain.Add(item);
            }
        }

        return ListValue.From(kept);
    }

    private static bool Contains(List<Value> items, Value wanted, FunctionContext context)
    {
        foreach (Value item in items)
        {
            if (ValueEquality.AreEqual(item, wanted, context.Matcher))
            {
                return true;
            }
        }

        return false;
    }
}
