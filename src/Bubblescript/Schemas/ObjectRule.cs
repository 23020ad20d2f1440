using System.Collections.Frozen;
using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary>
/// <c>properties</c>, <c>required</c> and <c>additionalProperties</c>. An entry with nil counts as absent unless its schema allows nil, because nil is
/// what an unset variable reads as and what JSON leaves out.
/// </summary>
internal sealed class ObjectRule(FrozenDictionary<string, SchemaNode> properties, ImmutableArray<string> required, SchemaNode? additional) : SchemaRule
{
    private const int MostShown = 20;

    public override SchemaViolation? Check(Value value, SchemaWalk walk)
    {
        if (SchemaValues.AsMap(value) is not { } map)
        {
            return null;
        }

        return CheckRequired(map, walk) ?? CheckEntries(map, walk);
    }

    private SchemaViolation? CheckRequired(MapValue map, SchemaWalk walk)
    {
        foreach (string name in required)
        {
            if (walk.Charge() is { } exceeded)
            {
                return exceeded;
            }

            if (map[name].IsNil && !AllowsNil(map, name, walk))
            {
                return new SchemaViolation("", "is required but missing").Under(name);
            }
        }

        return null;
    }

    private bool AllowsNil(MapValue map, string name, SchemaWalk walk) =>
        map.ContainsKey(name) && properties.TryGetValue(name, out SchemaNode? node) && walk.Check(node, default) is null;

    private SchemaViolation? CheckEntries(MapValue map, SchemaWalk walk)
    {
        foreach (KeyValuePair<string, Value> entry in map)
        {
            if (entry.Value.IsNil)
            {
                continue;
            }

            if (!properties.TryGetValue(entry.Key, out SchemaNode? node))
            {
                if (additional is null)
                {
                    continue;
                }

                if (additional.Rules is [NeverRule])
                {
                    return new SchemaViolation("", $"is not allowed here; {Allowed()}").Under(entry.Key);
                }

                node = additional;
            }

            if (walk.Check(node, entry.Value) is { } violation)
            {
                return violation.Under(entry.Key);
            }
        }

        return null;
    }

    private string Allowed()
    {
        IEnumerable<string> names = properties.Keys.Order(StringComparer.Ordinal).Take(MostShown).Select(static name => $"\"{name}\"");
        return properties.Count == 0 ? "no entries are" : $"allowed are {string.Join(", ", names)}{(properties.Count > MostShown ? ", …" : "")}";
    }
}
