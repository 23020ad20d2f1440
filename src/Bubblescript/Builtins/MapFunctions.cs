using System.Collections.Immutable;
using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Functions on maps (builtin functions, section 2).</summary>
internal static class MapFunctions
{
    public const string Topic = "Maps";

    public static ImmutableArray<BuiltinFunction> All { get; } =
    [
        new("keys", [Declare.Any("x")], "list", "The keys of a map, the indexes of a list.", Keys)
        {
            Topic = Topic, Example = "keys([a: 1])", ExampleResult = "[\"a\"]",
        },
        new("values", [Declare.Any("x")], "list", "The values of a map; a list as it is.", ValuesOf)
        {
            Topic = Topic, Example = "values([a: 1])", ExampleResult = "[1]",
        },
        new(
            "merge",
            [Declare.Map("map"), Declare.Map("other")],
            "map",
            "The entries of all maps; later ones win. Maps in maps are replaced, not merged.",
            Merge)
        {
            Topic = Topic, IsVariadic = true, Example = "merge([a: 1], [b: 2])", ExampleResult = "%{a: 1, b: 2}",
        },
        new(
            "get",
            [Declare.Any("x"), Declare.Any("key"), Declare.Optional("default", ParameterType.Any)],
            "any",
            "The entry or item, or the default if it is missing or nil.",
            Get)
        {
            Topic = Topic, Example = "get([a: 1], \"b\", 0)", ExampleResult = "0",
        },
        new(
            "put",
            [Declare.Any("x"), Declare.Any("key"), Declare.Any("v")],
            "any",
            "A copy with the entry or item set, as writing to a path does.",
            Put)
        {
            Topic = Topic, Example = "put([a: 1], \"a\", 2)", ExampleResult = "%{a: 2}",
        },
        new(
            "has_key",
            [Declare.Map("map"), Declare.Text("key")],
            "boolean",
            "Whether the map has the key, also with the value nil.",
            static (a, _) => a[0].AsMap()!.ContainsKey(a[1].AsString()!))
        {
            Topic = Topic, Example = "has_key([a: nil], \"a\")", ExampleResult = "true",
        },
        new("to_map", [Declare.List("list")], "map", "A map of a list of [key, value] pairs.", ToMap)
        {
            Topic = Topic, Example = "to_map([[\"a\", 1]])", ExampleResult = "%{a: 1}",
        },
    ];

    private static Value Keys(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value container = Operand.Of(arguments[0]);
        if (container.AsMap() is { } map)
        {
            return ListValue.From(map.Keys.Select(Value.From));
        }

        if (container.IsNil)
        {
            return ListValue.Empty;
        }

        if (!Iteration.TryGetCount(container, out long count))
        {
            return Failures.WrongType(1, "map or list", arguments[0]);
        }

        return Iteration.TryGetItems(Value.From(new RangeValue(0, count - 1)), context.Limits, out ListValue indexes, out Value error) ? indexes : error;
    }

    private static Value ValuesOf(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value container = Operand.Of(arguments[0]);
        if (container.AsMap() is { } map)
        {
            return ListValue.From(map.Values);
        }

        if (container.IsNil)
        {
            return ListValue.Empty;
        }

        return Iteration.TryGetItems(container, context.Limits, out ListValue items, out Value error)
            ? items
            : error.IsNil ? Failures.WrongType(1, "map or list", arguments[0]) : error;
    }

    private static Value Merge(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        long count = 0;
        foreach (Value map in arguments)
        {
            count += map.AsMap()!.Count;
        }

        if (count > context.Limits.ListLength)
        {
            return LimitErrors.List(context.Limits);
        }

        if (arguments.Length == 2)
        {
            return arguments[0].AsMap()!.Merge(arguments[1].AsMap()!);
        }

        List<KeyValuePair<string, Value>> entries = [];
        foreach (Value map in arguments)
        {
            entries.AddRange(map.AsMap()!.AsSpan());
        }

        return MapValue.From(entries);
    }

    private static Value Get(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value found = PathReader.ReadIndex(arguments[0], arguments[1], context.Locale, context.Limits);
        return found.IsNil ? arguments[2] : found;
    }

    private static Value Put(ReadOnlySpan<Value> arguments, FunctionContext context) =>
        PathWriter.Set(arguments[0], [PathStep.Index(arguments[1])], arguments[2], context.Locale, context.Limits);

    private static Value ToMap(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        ListValue list = arguments[0].AsList()!;
        List<KeyValuePair<string, Value>> entries = new(list.Count);
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i].AsList() is not { Count: 2 } pair)
            {
                return FunctionContext.Fail($"item {i + 1} must be a [key, value] pair, got {ValueDescription.Describe(list[i])}");
            }

            Value key = ValueText.Convert(pair[0], context.Locale, context.Limits);
            if (key.IsSignal)
            {
                return key;
            }

            entries.Add(KeyValuePair.Create(key.AsString()!, pair[1]));
        }

        return MapValue.From(entries);
    }
}
