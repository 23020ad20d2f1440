using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Numbers calculated from lists.</summary>
internal static class NumberLists
{
    public static Value Extreme(ReadOnlySpan<Value> arguments, int sign, FunctionContext context)
    {
        if (arguments.Length != 1)
        {
            return ListOrder.Extreme(arguments, sign);
        }

        Value only = Operand.Of(arguments[0]);
        if (only.AsRange() is { } range)
        {
            return range.Count == 0 ? default : Value.From(sign < 0 ? range.First : range.Last);
        }

        return only.AsList() is { } list ? ListOrder.Extreme(list.AsSpan(), sign) : arguments[0];
    }

    public static Value Sum(ReadOnlySpan<Value> arguments, FunctionContext context) => Sum(arguments[0].AsList()!, out _);

    public static Value Average(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        ListValue list = arguments[0].AsList()!;
        Value sum = Sum(list, out int count);
        return sum.IsSignal || count == 0 ? (sum.IsSignal ? sum : default) : Arithmetic.Divide(sum, count);
    }

    private static Value Sum(ListValue list, out int count)
    {
        Value sum = 0;
        count = 0;
        for (int i = 0; i < list.Count; i++)
        {
            Value item = Operand.Of(list[i]);
            if (item.IsNil)
            {
                continue;
            }

            if (!item.IsNumber)
            {
                return FunctionContext.Fail($"item {i + 1} must be number, got {ValueDescription.Describe(list[i])}");
            }

            sum = Arithmetic.Add(sum, item, LocaleContext.English, ExecutionLimits.Default);
            if (sum.IsSignal)
            {
                return sum;
            }

            count++;
        }

        return sum;
    }
}
