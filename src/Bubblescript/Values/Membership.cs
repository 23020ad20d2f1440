namespace Bubblescript.Values;

/// <summary><c>in</c> (language reference, section 3.6): a boolean, or an error signal for containers that are none.</summary>
internal static class Membership
{
    public static Value Contains(Value item, Value container, IUtteranceMatcher matcher, LocaleContext locale)
    {
        if (item.IsSignal || container.IsSignal)
        {
            return item.IsSignal ? item : container;
        }

        Value whole = TranslatableValue.Resolve(Operand.Of(container), locale);
        switch (whole.Kind)
        {
            case ValueKind.Nil:
                return false;
            case ValueKind.List:
                return ContainsItem(item, whole.AsList()!, matcher);
            case ValueKind.Range:
                return ContainsNumber(item, whole.AsRange()!);
            case ValueKind.String:
                return whole.AsString()!.Contains(ValueText.ToText(item, locale), StringComparison.Ordinal);
            case ValueKind.Map:
                return whole.AsMap()!.ContainsKey(ValueText.ToText(item, locale));
            default:
                return new RuntimeError($"\"in\" needs a list, range, text or map on its right side, but was given {ValueDescription.Describe(whole)}").ToValue();
        }
    }

    private static bool ContainsItem(Value item, ListValue list, IUtteranceMatcher matcher)
    {
        foreach (Value member in list.AsSpan())
        {
            if (ValueEquality.AreEqual(member, item, matcher))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsNumber(Value item, RangeValue range)
    {
        Value number = Operand.Of(item);
        if (!number.IsNumber && !(item.Kind == ValueKind.Record && NumberText.TryRead(item, out number)))
        {
            return false;
        }

        return number.IsInteger
            ? range.Contains(number.RawInteger)
            : Math.Floor(number.RawFloat).Equals(number.RawFloat)
                && NumberComparison.Compare(number, range.First) >= 0
                && NumberComparison.Compare(number, range.Last) <= 0;
    }
}
