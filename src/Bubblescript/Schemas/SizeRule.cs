using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary><c>minItems</c> and <c>maxItems</c> of lists, <c>minProperties</c> and <c>maxProperties</c> of maps.</summary>
internal sealed class SizeRule(bool ofLists, long minimum, long maximum) : SchemaRule
{
    public override SchemaViolation? Check(Value value, SchemaWalk walk)
    {
        if (CountOf(value) is not { } count)
        {
            return null;
        }

        string noun = ofLists ? "item" : "entry";
        if (count < minimum)
        {
            return new SchemaViolation("", $"must have at least {Count(minimum, noun)}, got {count}");
        }

        return count > maximum ? new SchemaViolation("", $"must have at most {Count(maximum, noun)}, got {count}") : null;
    }

    private static string Count(long count, string noun) => noun == "entry" && count != 1 ? $"{count} entries" : SchemaValues.Count(count, noun);

    private long? CountOf(Value value)
    {
        if (ofLists)
        {
            return Iteration.TryGetCount(value, out long count) ? count : null;
        }

        return SchemaValues.AsMap(value)?.Count(static entry => !entry.Value.IsNil);
    }
}
