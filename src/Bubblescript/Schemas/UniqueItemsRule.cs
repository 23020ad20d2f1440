using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary><c>uniqueItems: true</c>.</summary>
internal sealed class UniqueItemsRule : SchemaRule
{
    public override SchemaViolation? Check(Value value, SchemaWalk walk)
    {
        if (value.AsList() is not { } items)
        {
            return null;
        }

        for (int i = 1; i < items.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (walk.Charge() is { } exceeded)
                {
                    return exceeded;
                }

                if (SchemaValues.AreEqual(items[i], items[j]))
                {
                    return new SchemaViolation("", $"must not repeat the item at index {j}, got {SchemaValues.Describe(items[i])}").Under(i);
                }
            }
        }

        return null;
    }
}
