using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Functions on numbers (builtin functions, section 4).</summary>
internal static class NumberFunctions
{
    public const string Topic = "Numbers";

    public static ImmutableArray<BuiltinFunction> All { get; } = [.. Conversions(), .. Roundings(), .. Lists(), .. Calculations()];

    private static ImmutableArray<BuiltinFunction> Conversions() =>
    [
        new(
            "number",
            [Declare.Any("x")],
            "number",
            "A number as it is, the number that a text reads as, the value of an entity; otherwise nil.",
            static (a, _) => NumberText.TryRead(a[0], out Value number) ? number : default)
        {
            Topic = Topic, Example = "number(\" 5 \")", ExampleResult = "5",
        },
        new("integer", [Declare.Any("x")], "integer", "The number of x without its fraction; nil if it has none.", ToInteger)
        {
            Topic = Topic, Example = "integer(\"7.9\")", ExampleResult = "7",
        },
        new(
            "float",
            [Declare.Any("x")],
            "float",
            "The number of x as a float; nil if it has none.",
            static (a, _) => NumberText.TryRead(a[0], out Value number) ? number.AsDouble()!.Value : default(Value))
        {
            Topic = Topic, Example = "float(\"7\")", ExampleResult = "7.0",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Roundings() =>
    [
        new(
            "round",
            [Declare.Number("num"), Declare.Option("digits", ParameterType.Integer, 0)],
            "number",
            "The nearest number with so many decimals, half away from zero: an integer for 0 digits, else a float. Negative digits round to tens, hundreds and so on.",
            Round)
        {
            Topic = Topic, Example = "round(2.5)", ExampleResult = "3",
        },
        new("abs", [Declare.Number("num")], "number", "The number without its sign.", Absolute)
        {
            Topic = Topic, Example = "abs(-2)", ExampleResult = "2",
        },
        new("ceil", [Declare.Number("num")], "integer", "The smallest integer that is not less.", static (a, _) => Whole(a[0], Math.Ceiling))
        {
            Topic = Topic, Example = "ceil(1.2)", ExampleResult = "2",
        },
        new("floor", [Declare.Number("num")], "integer", "The largest integer that is not greater.", static (a, _) => Whole(a[0], Math.Floor))
        {
            Topic = Topic, Example = "floor(-1.2)", ExampleResult = "-2",
        },
        new("trunc", [Declare.Number("num")], "integer", "The number without its fraction.", static (a, _) => Whole(a[0], Math.Truncate))
        {
            Topic = Topic, Example = "trunc(-1.5)", ExampleResult = "-1",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Lists() =>
    [
        new(
            "min",
            [Declare.Any("a")],
            "any",
            "The smallest of the arguments or of one list, in the order of all values; nil if it is empty.",
            static (a, context) => NumberLists.Extreme(a, -1, context))
        {
            Topic = Topic, IsVariadic = true, Example = "min(3, 1, 2)", ExampleResult = "1",
        },
        new(
            "max",
            [Declare.Any("a")],
            "any",
            "The largest of the arguments or of one list, in the order of all values; nil if it is empty.",
            static (a, context) => NumberLists.Extreme(a, 1, context))
        {
            Topic = Topic, IsVariadic = true, Example = "max([1, 5])", ExampleResult = "5",
        },
        new("sum", [Declare.List("list")], "number", "The sum of the numbers; nil items are skipped.", NumberLists.Sum)
        {
            Topic = Topic, Example = "sum([1, nil, 2])", ExampleResult = "3",
        },
        new("avg", [Declare.List("list")], "float", "The mean of the numbers; nil items are skipped, nil if there are none.", NumberLists.Average)
        {
            Topic = Topic, Example = "avg([1, 2])", ExampleResult = "1.5",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Calculations() =>
    [
        new("rem", [Declare.Integer("a"), Declare.Integer("b")], "integer", "The rest of the integer division, with the sign of a.", Remainder)
        {
            Topic = Topic, Example = "rem(7, 3)", ExampleResult = "1",
        },
        new("div", [Declare.Integer("a"), Declare.Integer("b")], "integer", "The integer division, toward zero.", Quotient)
        {
            Topic = Topic, Example = "div(-7, 2)", ExampleResult = "-3",
        },
        new("pow", [Declare.Number("a"), Declare.Number("b")], "number", "a to the power of b; an integer if both are and b is not negative.", Power)
        {
            Topic = Topic, Example = "pow(2, 3)", ExampleResult = "8",
        },
        new("sqrt", [Declare.Number("num")], "float", "The square root.", SquareRoot)
        {
            Topic = Topic, Example = "sqrt(9)", ExampleResult = "3.0",
        },
        new("distance", [Declare.Location("a"), Declare.Location("b")], "float", "The distance of two locations in metres.", Distance)
        {
            Topic = Topic, Example = "round(distance([4.9, 52.3], [4.9, 52.4]))", ExampleResult = "11120",
        },
    ];

    private static Value ToInteger(ReadOnlySpan<Value> arguments, FunctionContext context) =>
        NumberText.TryRead(arguments[0], out Value number) ? Whole(number, Math.Truncate) : default;

    private static Value Whole(Value number, Func<double, double> round) =>
        number.IsInteger ? number : MakeInteger(round(number.RawFloat), number);

    private static Value MakeInteger(double whole, Value number) =>
        whole is >= -9223372036854775808d and < 9223372036854775808d
            ? Value.From((long)whole)
            : FunctionContext.Fail($"{ValueText.ToText(number)} is too large for an integer (64 bits)");

    private static Value Round(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value number = arguments[0];
        int digits = (int)Math.Clamp(arguments[1].RawInteger, -400, 400);
        if (digits == 0)
        {
            return number.IsInteger ? number : MakeInteger(Math.Round(number.RawFloat, MidpointRounding.AwayFromZero), number);
        }

        double value = number.AsDouble()!.Value;
        if (Rounding.TryRound(value, digits, out decimal rounded))
        {
            return (double)rounded;
        }

        return digits > 0 ? value : RoundHuge(value, digits);
    }

    /// <summary>Numbers beyond decimals have no fraction, so only negative digits change them.</summary>
    private static Value RoundHuge(double value, int digits)
    {
        double unit = Math.Pow(10, -digits);
        double result = double.IsFinite(unit) ? Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit : 0;
        return double.IsFinite(result) ? result : FunctionContext.Fail($"the result of rounding {NumberText.Format(value)} is too large for a float");
    }

    private static Value Absolute(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value number = arguments[0];
        if (number.IsFloat)
        {
            return Math.Abs(number.RawFloat);
        }

        return number.RawInteger == long.MinValue
            ? FunctionContext.Fail("9223372036854775808 is too large for an integer (64 bits)")
            : Math.Abs(number.RawInteger);
    }

    private static Value Remainder(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        long divisor = arguments[1].RawInteger;
        return divisor switch
        {
            0 => FunctionContext.Fail($"division by zero: {arguments[0].RawInteger} by 0"),
            -1 => 0,
            _ => arguments[0].RawInteger % divisor,
        };
    }

    private static Value Quotient(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        long divisor = arguments[1].RawInteger;
        return divisor switch
        {
            0 => FunctionContext.Fail($"division by zero: {arguments[0].RawInteger} by 0"),
            -1 => Arithmetic.Negate(arguments[0]),
            _ => arguments[0].RawInteger / divisor,
        };
    }

    private static Value Power(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        if (arguments[0].IsInteger && arguments[1].IsInteger && arguments[1].RawInteger >= 0)
        {
            return PowerOfIntegers(arguments[0].RawInteger, arguments[1].RawInteger);
        }

        double result = Math.Pow(arguments[0].AsDouble()!.Value, arguments[1].AsDouble()!.Value);
        return double.IsFinite(result)
            ? result
            : FunctionContext.Fail($"{ValueText.ToText(arguments[0])} to the power of {ValueText.ToText(arguments[1])} is no number that a float can hold");
    }

    private static Value PowerOfIntegers(long number, long exponent)
    {
        Int128 result = 1;
        if (number is 0 or 1 or -1)
        {
            return exponent == 0 || number == 1 || (number == -1 && exponent % 2 == 0) ? 1 : number;
        }

        for (long i = 0; i < exponent; i++)
        {
            result *= number;
            if (result > long.MaxValue || result < long.MinValue)
            {
                return FunctionContext.Fail($"{number} to the power of {exponent} is too large for an integer (64 bits)");
            }
        }

        return (long)result;
    }

    private static Value SquareRoot(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        double number = arguments[0].AsDouble()!.Value;
        return number < 0 ? FunctionContext.Fail($"a negative number has no square root, got {ValueText.ToText(arguments[0])}") : Math.Sqrt(number);
    }

    private static Value Distance(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        GeoLocation.TryRead(arguments[0], out double latitude1, out double longitude1);
        GeoLocation.TryRead(arguments[1], out double latitude2, out double longitude2);
        double distance = GeoLocation.Distance(latitude1, longitude1, latitude2, longitude2);
        return double.IsFinite(distance) ? distance : FunctionContext.Fail("the locations are no places on earth");
    }
}
