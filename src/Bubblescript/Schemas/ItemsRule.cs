using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary><c>items</c> with one schema for all items or a list of schemas for the first ones.</summary>
internal sealed class ItemsRule(SchemaNode? all, IReadOnlyList<SchemaNode> first) : SchemaRule
{
    public override SchemaViolation? Check(Value value, SchemaWalk walk)
    {
        if (!Iteration.TryGetItems(value, walk.Limits, out ListValue items, out Value error))
        {
            return error.AsError() is { } limit ? new SchemaViolation("", limit.Message, IsLimit: true) : null;
        }

        int count = all is null ? Math.Min(items.Count, first.Count) : items.Count;
        for (int i = 0; i < count; i++)
        {
            if (walk.Check(all ?? first[i], items[i]) is { } violation)
            {
                return violation.Under(i);
            }
        }

        return null;
    }
}
