using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary>One demand of a schema. A rule about another type than the value's demands nothing.</summary>
internal abstract class SchemaRule
{
    /// <summary>How the value breaks the rule, or null.</summary>
    public abstract SchemaViolation? Check(Value value, SchemaWalk walk);
}
