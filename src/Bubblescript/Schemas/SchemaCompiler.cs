using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary>Turns a schema into rules. The first mistake in the schema is kept in <see cref="Error"/>.</summary>
internal sealed class SchemaCompiler(Value schema, MapValue schemas)
{
    private static readonly FrozenSet<string> UnsupportedKeywords = FrozenSet.ToFrozenSet(
        ["additionalItems", "contains", "dependencies", "else", "if", "patternProperties", "propertyNames", "then"], StringComparer.Ordinal);

    private readonly SchemaReferences _references = new(schemas);
    private readonly Dictionary<SchemaTarget, SchemaNode> _targets = [];

    /// <summary>What is wrong with the schema and where, or null.</summary>
    public string? Error { get; private set; }

    public SchemaNode Compile() => Compile(schema, schema, "");

    private SchemaNode Compile(Value source, Value document, string path)
    {
        SchemaNode node = new();
        Fill(node, source, document, path);
        return node;
    }

    private void Fill(SchemaNode node, Value source, Value document, string path)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Fail(path, "is nested too deeply");
            return;
        }

        if (source.AsBoolean() is { } isAllowed)
        {
            node.Rules = isAllowed ? [] : [new NeverRule()];
            return;
        }

        if (source.AsMap() is not { } map)
        {
            Fail(path, $"a schema must be a map, true or false, got {SchemaValues.Describe(source)}");
            return;
        }

        if (!map["$ref"].IsNil)
        {
            // Draft 7: everything beside a reference is ignored.
            node.Rules = Reference(map["$ref"], document, Join(path, "$ref")) is { } target ? [new ReferenceRule(target)] : [];
            return;
        }

        ImmutableArray<SchemaRule>.Builder rules = ImmutableArray.CreateBuilder<SchemaRule>();
        RefuseUnsupported(map, path);
        AddTypeRules(rules, map, path);
        AddNumberRules(rules, map, path);
        AddTextRules(rules, map, path);
        AddListRules(rules, map, document, path);
        AddMapRules(rules, map, document, path);
        AddCombinations(rules, map, document, path);
        node.Rules = rules.ToImmutable();
    }

    private SchemaNode? Reference(Value reference, Value document, string path)
    {
        if (reference.AsText() is not { } text)
        {
            Fail(path, $"must be a string, got {SchemaValues.Describe(reference)}");
            return null;
        }

        if (!_references.TryResolve(text, document, out SchemaTarget target, out string? problem))
        {
            Fail(path, problem);
            return null;
        }

        if (!_targets.TryGetValue(target, out SchemaNode? node))
        {
            node = new SchemaNode();
            _targets.Add(target, node);
            Fill(node, target.Schema, target.Document, text);
        }

        return node;
    }

    private void RefuseUnsupported(MapValue map, string path)
    {
        foreach (string key in map.Keys)
        {
            if (UnsupportedKeywords.Contains(key))
            {
                Fail(Join(path, key), "this keyword is not supported; describe the value with properties, items, anyOf, allOf, oneOf and not");
            }
        }
    }

    private void AddTypeRules(ImmutableArray<SchemaRule>.Builder rules, MapValue map, string path)
    {
        if (!map["type"].IsNil && ReadTypes(map["type"], Join(path, "type")) is { Length: > 0 } types)
        {
            rules.Add(new TypeRule(types));
        }

        if (map["enum"] is { IsNil: false } members)
        {
            if (members.AsList() is { Count: > 0 } list)
            {
                rules.Add(new EnumerationRule(list));
            }
            else
            {
                Fail(Join(path, "enum"), $"must be a list of at least one value, got {SchemaValues.Describe(members)}");
            }
        }

        if (map.TryGetValue("const", out Value constant))
        {
            rules.Add(new EnumerationRule(ListValue.From([constant])));
        }
    }

    private ImmutableArray<string> ReadTypes(Value value, string path)
    {
        ListValue list = value.AsList() ?? ListValue.From([value]);
        ImmutableArray<string>.Builder types = ImmutableArray.CreateBuilder<string>(list.Count);
        foreach (Value item in list)
        {
            // A bare nil in a list is how YAML reads the type null.
            string? type = item.IsNil ? "null" : item.AsText();
            if (type is null || !TypeRule.IsKnown(type))
            {
                Fail(path, $"must be string, number, integer, boolean, object, array or null, got {SchemaValues.Describe(item)}");
                return [];
            }

            types.Add(type);
        }

        return types.DrainToImmutable();
    }

    private void AddNumberRules(ImmutableArray<SchemaRule>.Builder rules, MapValue map, string path)
    {
        foreach ((string keyword, NumberBound bound) in (ReadOnlySpan<(string, NumberBound)>)
        [
            ("minimum", NumberBound.Minimum),
            ("maximum", NumberBound.Maximum),
            ("exclusiveMinimum", NumberBound.ExclusiveMinimum),
            ("exclusiveMaximum", NumberBound.ExclusiveMaximum),
            ("multipleOf", NumberBound.MultipleOf),
        ])
        {
            Value limit = map[keyword];
            if (limit.IsNil)
            {
                continue;
            }

            if (!limit.IsNumber || (bound == NumberBound.MultipleOf && limit.AsDouble() <= 0))
            {
                string expected = bound == NumberBound.MultipleOf ? "a number greater than 0" : "a number";
                Fail(Join(path, keyword), $"must be {expected}, got {SchemaValues.Describe(limit)}");
                continue;
            }

            rules.Add(new NumberRule(bound, limit));
        }
    }

    private void AddTextRules(ImmutableArray<SchemaRule>.Builder rules, MapValue map, string path)
    {
        if (ReadBounds(map, path, "minLength", "maxLength") is { } lengths)
        {
            rules.Add(new LengthRule(lengths.Minimum, lengths.Maximum));
        }

        if (ReadText(map, path, "pattern") is { } pattern)
        {
            if (PatternRule.Create(pattern, out string? problem) is { } regex)
            {
                rules.Add(new PatternRule(regex, pattern));
            }
            else
            {
                Fail(Join(path, "pattern"), $"is no valid regular expression: {problem}");
            }
        }

        if (ReadText(map, path, "format") is { } format)
        {
            rules.Add(new FormatRule(format));
        }
    }

    private void AddListRules(ImmutableArray<SchemaRule>.Builder rules, MapValue map, Value document, string path)
    {
        if (ReadBounds(map, path, "minItems", "maxItems") is { } sizes)
        {
            rules.Add(new SizeRule(ofLists: true, sizes.Minimum, sizes.Maximum));
        }

        Value items = map["items"];
        if (items.AsList() is not null)
        {
            rules.Add(new ItemsRule(all: null, CompileAll(items, document, Join(path, "items"))));
        }
        else if (!items.IsNil)
        {
            rules.Add(new ItemsRule(Compile(items, document, Join(path, "items")), []));
        }

        if (map["uniqueItems"].IsTruthy)
        {
            rules.Add(new UniqueItemsRule());
        }
    }

    private void AddMapRules(ImmutableArray<SchemaRule>.Builder rules, MapValue map, Value document, string path)
    {
        if (ReadBounds(map, path, "minProperties", "maxProperties") is { } sizes)
        {
            rules.Add(new SizeRule(ofLists: false, sizes.Minimum, sizes.Maximum));
        }

        FrozenDictionary<string, SchemaNode> properties = ReadProperties(map["properties"], document, Join(path, "properties"));
        ImmutableArray<string> required = ReadRequired(map["required"], Join(path, "required"));
        Value rest = map["additionalProperties"];
        SchemaNode? additional = rest.IsNil ? null : Compile(rest, document, Join(path, "additionalProperties"));
        if (properties.Count > 0 || required.Length > 0 || additional is not null)
        {
            rules.Add(new ObjectRule(properties, required, additional));
        }
    }

    private FrozenDictionary<string, SchemaNode> ReadProperties(Value value, Value document, string path)
    {
        if (value.IsNil)
        {
            return FrozenDictionary<string, SchemaNode>.Empty;
        }

        if (value.AsMap() is not { } map)
        {
            Fail(path, $"must be a map of schemas, got {SchemaValues.Describe(value)}");
            return FrozenDictionary<string, SchemaNode>.Empty;
        }

        return map.ToFrozenDictionary(
            static entry => entry.Key,
            entry => Compile(entry.Value, document, Join(path, entry.Key)),
            StringComparer.Ordinal);
    }

    private ImmutableArray<string> ReadRequired(Value value, string path)
    {
        if (value.IsNil)
        {
            return [];
        }

        if (value.AsList() is { } list && list.All(static item => item.AsText() is not null))
        {
            return [.. list.Select(static item => item.AsText()!)];
        }

        Fail(path, $"must be a list of names, got {SchemaValues.Describe(value)}");
        return [];
    }

    private void AddCombinations(ImmutableArray<SchemaRule>.Builder rules, MapValue map, Value document, string path)
    {
        foreach ((string keyword, CombinationKind kind) in (ReadOnlySpan<(string, CombinationKind)>)
        [
            ("allOf", CombinationKind.All),
            ("anyOf", CombinationKind.Any),
            ("oneOf", CombinationKind.One),
        ])
        {
            Value parts = map[keyword];
            if (parts.AsList() is { Count: > 0 })
            {
                rules.Add(new CombinationRule(kind, CompileAll(parts, document, Join(path, keyword))));
            }
            else if (!parts.IsNil)
            {
                Fail(Join(path, keyword), $"must be a list of at least one schema, got {SchemaValues.Describe(parts)}");
            }
        }

        if (!map["not"].IsNil)
        {
            rules.Add(new CombinationRule(CombinationKind.None, [Compile(map["not"], document, Join(path, "not"))]));
        }
    }

    private ImmutableArray<SchemaNode> CompileAll(Value list, Value document, string path) =>
        [.. list.AsList()!.Select((item, index) => Compile(item, document, $"{path}[{index}]"))];

    private (long Minimum, long Maximum)? ReadBounds(MapValue map, string path, string minimumName, string maximumName)
    {
        if (map[minimumName].IsNil && map[maximumName].IsNil)
        {
            return null;
        }

        return (ReadCount(map, path, minimumName) ?? 0, ReadCount(map, path, maximumName) ?? long.MaxValue);
    }

    private long? ReadCount(MapValue map, string path, string keyword)
    {
        Value value = map[keyword];
        if (value.IsNil)
        {
            return null;
        }

        if (SchemaValues.IsIntegral(value) && value.AsDouble() is >= 0 and < long.MaxValue)
        {
            return (long)value.AsDouble()!.Value;
        }

        Fail(Join(path, keyword), $"must be an integer of at least 0, got {SchemaValues.Describe(value)}");
        return null;
    }

    private string? ReadText(MapValue map, string path, string keyword)
    {
        Value value = map[keyword];
        if (!value.IsNil && value.AsText() is null)
        {
            Fail(Join(path, keyword), $"must be a string, got {SchemaValues.Describe(value)}");
        }

        return value.AsText();
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private void Fail(string path, string message) => Error ??= path.Length == 0 ? message : $"{path}: {message}";
}
