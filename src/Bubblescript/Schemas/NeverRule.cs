using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary>The schema <c>false</c>.</summary>
internal sealed class NeverRule : SchemaRule
{
    public override SchemaViolation? Check(Value value, SchemaWalk walk) => new("", "is not allowed");
}
