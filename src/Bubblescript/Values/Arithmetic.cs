using System.Runtime.CompilerServices;

namespace Bubblescript.Values;

/// <summary><c>+ - * /</c> and unary <c>-</c> (language reference, sections 3.3 and 3.4). Failures are error signals.</summary>
internal static class Arithmetic
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Add(Value left, Value right, LocaleContext locale, ExecutionLimits limits)
    {
        if (left.IsInteger && right.IsInteger)
        {
            long sum = unchecked(left.RawInteger + right.RawInteger);
            if (((left.RawInteger ^ sum) & (right.RawInteger ^ sum)) >= 0)
            {
                return Value.From(sum);
            }
        }

        return AddOthers(left, right, locale, limits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Subtract(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            long difference = unchecked(left.RawInteger - right.RawInteger);
            if (((left.RawInteger ^ right.RawInteger) & (left.RawInteger ^ difference)) >= 0)
            {
                return Value.From(difference);
            }
        }

        return Calculate("-", left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Multiply(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            long high = Math.BigMul(left.RawInteger, right.RawInteger, out long low);
            if (high == low >> 63)
            {
                return Value.From(low);
            }
        }

        return Calculate("*", left, right);
    }

    public static Value Divide(Value left, Value right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return DivideNumbers(left, right);
        }

        return Calculate("/", left, right);
    }

    public static Value Negate(Value operand)
    {
        Value value = Operand.Of(operand);
        if (value.IsInteger)
        {
            return value.RawInteger == long.MinValue ? Overflow("-", default, value) : Value.From(-value.RawInteger);
        }

        if (value.IsFloat)
        {
            return Value.From(-value.RawFloat);
        }

        return value.IsSignal ? value : Fail($"\"-\" needs a number, but was given {Explain(value)}");
    }

    private static Value AddOthers(Value left, Value right, LocaleContext locale, ExecutionLimits limits)
    {
        if (left.IsSignal || right.IsSignal)
        {
            return left.IsSignal ? left : right;
        }

        if (left.IsNil || right.IsNil)
        {
            return left.IsNil ? right : left;
        }

        Value first = TranslatableValue.Resolve(Operand.Of(left), locale);
        Value second = TranslatableValue.Resolve(Operand.Of(right), locale);
        if (first.IsNumber && second.IsNumber)
        {
            return first.IsInteger && second.IsInteger ? AddIntegers(first, second) : Finite("+", first, second, first.AsDouble()!.Value + second.AsDouble()!.Value);
        }

        if (first.AsList() is { } firstList && second.AsList() is { } secondList)
        {
            return (long)firstList.Count + secondList.Count > limits.ListLength ? LimitErrors.List(limits) : firstList.Concat(secondList);
        }

        if (first.IsString || second.IsString)
        {
            return Concatenate(first, second, locale, limits);
        }

        if (first.IsNil || second.IsNil)
        {
            return first.IsNil ? second : first;
        }

        return Fail($"\"+\" cannot join {ValueDescription.Describe(first)} and {ValueDescription.Describe(second)}{AdditionHint(first, second)}");
    }

    private static Value AddIntegers(Value left, Value right)
    {
        long sum = unchecked(left.RawInteger + right.RawInteger);
        return ((left.RawInteger ^ sum) & (right.RawInteger ^ sum)) >= 0 ? Value.From(sum) : Overflow("+", left, right);
    }

    private static Value Concatenate(Value left, Value right, LocaleContext locale, ExecutionLimits limits)
    {
        string first = ValueText.ToText(left, locale, limits.TextLength);
        string second = ValueText.ToText(right, locale, limits.TextLength);
        return (long)first.Length + second.Length > limits.TextLength ? LimitErrors.Text(limits) : string.Concat(first, second);
    }

    private static string AdditionHint(Value left, Value right)
    {
        if (left.Kind == ValueKind.List || right.Kind == ValueKind.List)
        {
            return "; to append one item to a list, write + [x]";
        }

        return left.Kind == ValueKind.Map || right.Kind == ValueKind.Map ? "; to join maps, use merge(a, b)" : string.Empty;
    }

    private static Value Calculate(string name, Value left, Value right)
    {
        if (left.IsSignal || right.IsSignal)
        {
            return left.IsSignal ? left : right;
        }

        Value first = Operand.Of(left);
        Value second = Operand.Of(right);
        if (!first.IsNumber)
        {
            return Fail($"\"{name}\" needs numbers, but its left side is {Explain(first)}");
        }

        if (!second.IsNumber)
        {
            return Fail($"\"{name}\" needs numbers, but its right side is {Explain(second)}");
        }

        if (string.Equals(name, "/", StringComparison.Ordinal))
        {
            return DivideNumbers(first, second);
        }

        bool isProduct = string.Equals(name, "*", StringComparison.Ordinal);
        if (first.IsInteger && second.IsInteger)
        {
            Int128 exact = isProduct ? (Int128)first.RawInteger * second.RawInteger : (Int128)first.RawInteger - second.RawInteger;
            return exact >= long.MinValue && exact <= long.MaxValue ? Value.From((long)exact) : Overflow(name, first, second);
        }

        double a = first.AsDouble()!.Value;
        double b = second.AsDouble()!.Value;
        return Finite(name, first, second, isProduct ? a * b : a - b);
    }

    private static Value DivideNumbers(Value left, Value right)
    {
        double divisor = right.AsDouble()!.Value;
        return divisor == 0
            ? Fail($"division by zero: {ValueText.ToText(left)} / {ValueText.ToText(right)}")
            : Finite("/", left, right, left.AsDouble()!.Value / divisor);
    }

    private static Value Finite(string name, Value left, Value right, double result) =>
        double.IsFinite(result)
            ? Value.From(result)
            : Fail($"the result of {ValueText.ToText(left)} {name} {ValueText.ToText(right)} is too large for a float");

    private static Value Overflow(string name, Value left, Value right) =>
        Fail($"integer overflow: the result of {(left.IsNil ? name : ValueText.ToText(left) + " " + name + " ")}{ValueText.ToText(right)} is too large for an integer (64 bits)");

    private static string Explain(Value value) =>
        value.IsString ? ValueDescription.Describe(value) + "; number(...) makes a number of a text" : ValueDescription.Describe(value);

    private static Value Fail(string message) => new RuntimeError(message).ToValue();
}
