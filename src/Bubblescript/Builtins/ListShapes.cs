using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Lists made of other lists and of ranges.</summary>
internal static class ListShapes
{
    public static Value Flatten(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        List<Value> flat = [];
        Stack<(ListValue List, int Next)> open = new([(arguments[0].AsList()!, 0)]);

        // Empty lists leave nothing behind, so shared ones could be visited forever without this count.
        long visits = 0;
        while (open.TryPop(out (ListValue List, int Next) place))
        {
            if (++visits > 8L * context.Limits.ListLength)
            {
                return LimitErrors.List(context.Limits);
            }

            for (int i = place.Next; i < place.List.Count; i++)
            {
                if (place.List[i].AsList() is { } inner)
                {
                    open.Push((place.List, i + 1));
                    open.Push((inner, 0));
                    break;
                }

                if (flat.Count >= context.Limits.ListLength)
                {
                    return LimitErrors.List(context.Limits);
                }

                flat.Add(place.List[i]);
            }
        }

        return ListValue.From(flat);
    }

    public static Value Range(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        if (arguments[1].IsNil)
        {
            return Operand.Of(arguments[0]).AsRange() is { } range
                ? Count(range.First, range.Last, arguments[2].RawInteger, context)
                : Failures.WrongType(1, "range when there is no second argument", arguments[0]);
        }

        return PathStep.Index(arguments[0]) is { Kind: PathStepKind.Position, Position: var first }
            ? Count(first, arguments[1].RawInteger, arguments[2].RawInteger, context)
            : Failures.WrongType(1, "integer", arguments[0]);
    }

    /// <summary>The integers from the first to the last in steps.</summary>
    private static Value Count(long first, long last, long step, FunctionContext context)
    {
        if (step == 0)
        {
            return FunctionContext.Fail("the step must not be 0");
        }

        Int128 span = step > 0 ? (Int128)last - first : first - (Int128)last;
        Int128 count = span < 0 ? 0 : (span / Int128.Abs(step)) + 1;
        if (count > context.Limits.ListLength)
        {
            return LimitErrors.List(context.Limits);
        }

        Value[] numbers = new Value[(int)count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = first + (i * step);
        }

        return ListValue.Own(numbers);
    }

    public static Value Zip(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        ListValue first = arguments[0].AsList()!;
        ListValue second = arguments[1].AsList()!;
        Value[] pairs = new Value[Math.Min(first.Count, second.Count)];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = Value.ListOf(first[i], second[i]);
        }

        return ListValue.Own(pairs);
    }
}
