using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary><c>minimum</c>, <c>maximum</c>, <c>exclusiveMinimum</c>, <c>exclusiveMaximum</c> and <c>multipleOf</c>.</summary>
internal sealed class NumberRule(NumberBound bound, Value limit) : SchemaRule
{
    public override SchemaViolation? Check(Value value, SchemaWalk walk)
    {
        if (!value.IsNumber || IsKept(value))
        {
            return null;
        }

        string demand = bound switch
        {
            NumberBound.Minimum => "at least",
            NumberBound.Maximum => "at most",
            NumberBound.ExclusiveMinimum => "greater than",
            NumberBound.ExclusiveMaximum => "less than",
            _ => "a multiple of",
        };
        return new SchemaViolation("", $"must be {demand} {ValueText.ToText(limit)}, got {ValueText.ToText(value)}");
    }

    private bool IsKept(Value value) => bound switch
    {
        NumberBound.Minimum => NumberComparison.Compare(value, limit) >= 0,
        NumberBound.Maximum => NumberComparison.Compare(value, limit) <= 0,
        NumberBound.ExclusiveMinimum => NumberComparison.Compare(value, limit) > 0,
        NumberBound.ExclusiveMaximum => NumberComparison.Compare(value, limit) < 0,
        _ => IsMultiple(value),
    };

    private bool IsMultiple(Value value)
    {
        if (value.IsInteger && limit.IsInteger)
        {
            return limit.RawInteger is 1 or -1 || value.RawInteger % limit.RawInteger == 0;
        }

        // Decimal fractions are not exact in binary: 0.3 is a multiple of 0.1 all the same.
        double quotient = value.AsDouble()!.Value / limit.AsDouble()!.Value;
        return Math.Abs(quotient - Math.Round(quotient)) <= 1e-9 * Math.Max(1, Math.Abs(quotient));
    }
}
