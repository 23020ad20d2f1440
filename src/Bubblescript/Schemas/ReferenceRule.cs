using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary><c>$ref</c>.</summary>
internal sealed class ReferenceRule(SchemaNode target) : SchemaRule
{
    public override SchemaViolation? Check(Value value, SchemaWalk walk) => walk.Follow(target, value);
}
