using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary><c>allOf</c>, <c>anyOf</c>, <c>oneOf</c> and <c>not</c>.</summary>
internal sealed class CombinationRule(CombinationKind kind, ImmutableArray<SchemaNode> parts) : SchemaRule
{
    public override SchemaViolation? Check(Value value, SchemaWalk walk) => kind switch
    {
        CombinationKind.All => CheckAll(value, walk),
        CombinationKind.None => CheckNone(value, walk),
        _ => CheckAlternatives(value, walk),
    };

    private SchemaViolation? CheckAll(Value value, SchemaWalk walk)
    {
        foreach (SchemaNode part in parts)
        {
            if (walk.Check(part, value) is { } violation)
            {
                return violation;
            }
        }

        return null;
    }

    private SchemaViolation? CheckNone(Value value, SchemaWalk walk)
    {
        SchemaViolation? violation = walk.Check(parts[0], value);
        return violation is null
            ? new SchemaViolation("", $"must not be what the schema under \"not\" describes, got {SchemaValues.Describe(value)}")
            : violation.IsLimit ? violation : null;
    }

    private SchemaViolation? CheckAlternatives(Value value, SchemaWalk walk)
    {
        SchemaViolation? closest = null;
        int matching = 0;
        foreach (SchemaNode part in parts)
        {
            SchemaViolation? violation = walk.Check(part, value);
            if (violation is { IsLimit: true })
            {
                return violation;
            }

            if (violation is null)
            {
                matching++;
                if (kind == CombinationKind.Any)
                {
                    return null;
                }
            }
            else if (closest is null || violation.Path.Length > closest.Path.Length)
            {
                closest = violation;
            }
        }

        return matching switch
        {
            1 => null,
            0 => Describe(closest!),
            _ => new SchemaViolation("", $"must be described by exactly one of {parts.Length} alternatives but is by {matching}, got {SchemaValues.Describe(value)}"),
        };
    }

    private SchemaViolation Describe(SchemaViolation closest) =>
        parts.Length == 1 ? closest : closest with { Message = $"{closest.Message} (the closest of {parts.Length} alternatives)" };
}
