namespace Bubblescript.Values;

/// <summary>The items of what a loop or a list builtin goes through: lists (data tables too) and ranges.</summary>
internal static class Iteration
{
    /// <summary>How many items the value has; false when it has none to go through. Ranges are not materialised.</summary>
    public static bool TryGetCount(Value value, out long count)
    {
        value = Operand.Of(value);
        count = value.AsList()?.Count ?? value.AsRange()?.Count ?? 0;
        return value.Kind is ValueKind.List or ValueKind.Range;
    }

    /// <summary>The item at a 0-based index, which must be less than the count.</summary>
    public static Value ItemAt(Value value, long index)
    {
        value = Operand.Of(value);
        return value.AsRange() is { } range ? Value.From(range.First + index) : value.AsList()![(int)index];
    }

    /// <summary>The items as a list; false when the value is neither list nor range, or a range longer than the default limit of lists.</summary>
    public static bool TryGetItems(Value value, out ListValue items) => TryGetItems(value, ExecutionLimits.Default, out items, out _);

    /// <summary>The items as a list; when there are none, <paramref name="error"/> is nil (neither list nor range) or the error of a limit.</summary>
    public static bool TryGetItems(Value value, ExecutionLimits limits, out ListValue items, out Value error)
    {
        error = default;
        value = Operand.Of(value);
        items = value.AsList() ?? ListValue.Empty;
        if (value.AsRange() is not { } range)
        {
            return value.Kind == ValueKind.List;
        }

        if (range.Count > limits.ListLength)
        {
            error = LimitErrors.List(limits);
            return false;
        }

        Value[] numbers = new Value[range.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = range.First + i;
        }

        items = ListValue.Own(numbers);
        return true;
    }
}
