using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary>A schema that stands on its own: the shared schemas it refers to travel with it, under <c>definitions</c>.</summary>
internal static class SchemaBundle
{
    private const int DeepestNesting = 64;

    public static Value Create(Value schema, MapValue schemas)
    {
        Dictionary<string, Value> definitions = new(StringComparer.Ordinal);
        Value bundled = Rewrite(schema, schemas, definitions, depth: 0);
        if (definitions.Count == 0 || bundled.AsMap() is not { } map)
        {
            return bundled;
        }

        MapValue own = map["definitions"].AsMap() ?? MapValue.Empty;
        MapValue shared = MapValue.From(definitions.OrderBy(static entry => entry.Key, StringComparer.Ordinal));

        // Beside a reference everything is ignored, so a bare reference is wrapped.
        MapValue root = map["$ref"].IsNil ? map : MapValue.From(("allOf", Value.ListOf(map)));
        return root.Set("definitions", own.Merge(shared));
    }

    private static Value Rewrite(Value value, MapValue schemas, Dictionary<string, Value> definitions, int depth)
    {
        if (depth > DeepestNesting)
        {
            return value;
        }

        if (value.AsList() is { } list)
        {
            return ListValue.From(list.Select(item => Rewrite(item, schemas, definitions, depth + 1)));
        }

        if (value.AsMap() is not { } map)
        {
            return value;
        }

        if (map["$ref"].AsString() is { } reference && NameOf(reference, schemas) is { } name)
        {
            if (definitions.TryAdd(name, default))
            {
                definitions[name] = Rewrite(schemas[name], schemas, definitions, depth + 1);
            }

            return Value.MapOf(("$ref", $"#/definitions/{name}"));
        }

        return MapValue.From(map.Select(entry => KeyValuePair.Create(entry.Key, Rewrite(entry.Value, schemas, definitions, depth + 1))));
    }

    private static string? NameOf(string reference, MapValue schemas)
    {
        string name = reference;
        foreach (string prefix in (ReadOnlySpan<string>)["#/schemas/", "#/components/schemas/", "#/"])
        {
            if (reference.StartsWith(prefix, StringComparison.Ordinal))
            {
                name = reference[prefix.Length..];
                break;
            }
        }

        return schemas.ContainsKey(name) ? name : null;
    }
}
