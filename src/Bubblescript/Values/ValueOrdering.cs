using System.Runtime.CompilerServices;

namespace Bubblescript.Values;

/// <summary><c>&lt; &lt;= &gt; &gt;=</c> (language reference, section 3.6): a boolean, or an error signal for values that have no order.</summary>
internal static class ValueOrdering
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Less(Value left, Value right) =>
        left.IsInteger && right.IsInteger
            ? left.RawInteger < right.RawInteger
            : Compare("<", left, right, out int order) is { IsNil: false } other ? other : order < 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value LessOrEqual(Value left, Value right) =>
        left.IsInteger && right.IsInteger
            ? left.RawInteger <= right.RawInteger
            : Compare("<=", left, right, out int order) is { IsNil: false } other ? other : order <= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Greater(Value left, Value right) =>
        left.IsInteger && right.IsInteger
            ? left.RawInteger > right.RawInteger
            : Compare(">", left, right, out int order) is { IsNil: false } other ? other : order > 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value GreaterOrEqual(Value left, Value right) =>
        left.IsInteger && right.IsInteger
            ? left.RawInteger >= right.RawInteger
            : Compare(">=", left, right, out int order) is { IsNil: false } other ? other : order >= 0;

    /// <summary>Nil when both values have an order; else the result: false next to nil, or an error.</summary>
    private static Value Compare(string name, Value left, Value right, out int order)
    {
        order = 0;
        if (left.IsSignal || right.IsSignal)
        {
            return left.IsSignal ? left : right;
        }

        Value first = Operand.Of(left);
        Value second = Operand.Of(right);
        if (first.IsNil || second.IsNil)
        {
            return false;
        }

        if (first.AsString() is { } firstText && second.AsString() is { } secondText)
        {
            order = TextComparison.Compare(firstText, secondText);
            return default;
        }

        if ((first.IsNumber || second.IsNumber) && NumberText.TryRead(first, out Value firstNumber) && NumberText.TryRead(second, out Value secondNumber))
        {
            order = NumberComparison.Compare(firstNumber, secondNumber);
            return default;
        }

        return new RuntimeError($"\"{name}\" cannot compare {ValueDescription.Describe(first)} with {ValueDescription.Describe(second)}").ToValue();
    }
}
