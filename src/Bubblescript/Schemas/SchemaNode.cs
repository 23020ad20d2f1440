using System.Collections.Immutable;

namespace Bubblescript.Schemas;

/// <summary>One compiled schema object: the rules that a value must keep. Complete once its compiler has finished.</summary>
internal sealed class SchemaNode
{
    public ImmutableArray<SchemaRule> Rules { get; set; } = [];
}
