using System.Runtime.CompilerServices;
using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary>What a reference leads to: a schema and the document that references inside it start from. Equal when they are the same objects.</summary>
internal readonly record struct SchemaTarget(Value Schema, Value Document)
{
    public bool Equals(SchemaTarget other) => AreSame(Schema, other.Schema) && AreSame(Document, other.Document);

    public override int GetHashCode() => HashCode.Combine(HashOf(Schema), HashOf(Document));

    private static bool AreSame(Value left, Value right) =>
        left.AsMap() is { } map ? ReferenceEquals(map, right.AsMap()) : right.AsMap() is null && left == right;

    private static int HashOf(Value value) => value.AsMap() is { } map ? RuntimeHelpers.GetHashCode(map) : value.GetHashCode();
}
