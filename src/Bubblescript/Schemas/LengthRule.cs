using System.Globalization;
using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary><c>minLength</c> and <c>maxLength</c>; lengths count characters as the language does (language reference, section 3.1).</summary>
internal sealed class LengthRule(long minimum, long maximum) : SchemaRule
{
    public override SchemaViolation? Check(Value value, SchemaWalk walk)
    {
        if (value.AsText() is not { } text)
        {
            return null;
        }

        long length = LengthOf(text);
        if (length < minimum)
        {
            return new SchemaViolation("", $"must have at least {SchemaValues.Count(minimum, "character")}, got {length}: {ValueDescription.Format(text)}");
        }

        return length > maximum
            ? new SchemaViolation("", $"must have at most {SchemaValues.Count(maximum, "character")}, got {length}: {ValueDescription.Format(text)}")
            : null;
    }

    private static long LengthOf(string text)
    {
        long length = 0;
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            rest = rest[StringInfo.GetNextTextElementLength(rest)..];
            length++;
        }

        return length;
    }
}
