using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary><c>type</c>: one of the types must be the value's.</summary>
internal sealed class TypeRule(ImmutableArray<string> types) : SchemaRule
{
    private readonly string _expected = string.Join(" or ", types.Select(NameOf));

    public static bool IsKnown(string type) => type is "string" or "number" or "integer" or "boolean" or "object" or "array" or "null";

    public override SchemaViolation? Check(Value value, SchemaWalk walk)
    {
        foreach (string type in types)
        {
            if (IsOfType(value, type))
            {
                return null;
            }
        }

        return new SchemaViolation("", $"must be {_expected}, got {SchemaValues.Describe(value)}");
    }

    private static bool IsOfType(Value value, string type) => type switch
    {
        "string" => value.AsText() is not null,
        "number" => value.IsNumber,
        "integer" => SchemaValues.IsIntegral(value),
        "boolean" => value.IsBoolean,
        "object" => SchemaValues.AsMap(value) is not null,
        "array" => value.Kind is ValueKind.List or ValueKind.Range,
        _ => value.IsNil,
    };

    private static string NameOf(string type) => type switch
    {
        "integer" => "an integer",
        "object" => "a map",
        "array" => "a list",
        "null" => "nil",
        _ => "a " + type,
    };
}
