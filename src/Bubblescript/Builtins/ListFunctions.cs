using System.Collections.Immutable;
using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Functions on lists (builtin functions, section 1).</summary>
internal static class ListFunctions
{
    public const string Topic = "Lists";

    public static ImmutableArray<BuiltinFunction> All { get; } = [.. Items(), .. Selections(), .. Parts(), .. Shapes()];

    private static ImmutableArray<BuiltinFunction> Items() =>
    [
        new("length", [Declare.Any("x")], "integer", "The number of items of a list, entries of a map, characters of a text; nil has 0.", Length)
        {
            Topic = Topic, Example = "length([4, 5])", ExampleResult = "2",
        },
        new(
            "first",
            [Declare.List("list")],
            "any",
            "The first item; nil if the list is empty.",
            static (a, _) => a[0].AsList() is { Count: > 0 } list ? list[0] : default)
        {
            Topic = Topic, Example = "first([1, 2])", ExampleResult = "1",
        },
        new(
            "last",
            [Declare.List("list")],
            "any",
            "The last item; nil if the list is empty.",
            static (a, _) => a[0].AsList() is { Count: > 0 } list ? list[^1] : default)
        {
            Topic = Topic, Example = "last([1, 2])", ExampleResult = "2",
        },
        new(
            "item",
            [Declare.List("list"), Declare.Integer("index")],
            "any",
            "The item at the index, negative from the end; nil if there is none.",
            Item)
        {
            Topic = Topic, Example = "item([\"a\", \"b\"], -1)", ExampleResult = "\"b\"",
        },
        new(
            "member",
            [Declare.List("list"), Declare.Any("v")],
            "boolean",
            "Whether the list has the value: `v in list`.",
            static (a, context) => Membership.Contains(a[1], a[0], context.Matcher, context.Locale))
        {
            Topic = Topic, Example = "member([1, 2], 2)", ExampleResult = "true",
        },
        new(
            "index_of",
            [Declare.Any("x"), Declare.Any("v")],
            "integer",
            "The first position of a value in a list, or of a text in a text; nil if there is none.",
            IndexOf)
        {
            Topic = Topic, Example = "index_of([\"a\", \"b\"], \"b\")", ExampleResult = "1",
        },
        new(
            "random",
            [Declare.Any("x")],
            "any",
            "A random item of a list or range, nil if it is empty; for an integer n a number from 0 to n - 1.",
            RandomFunctions.Random)
        {
            Topic = Topic, Purity = FunctionPurity.Reading, Example = "random([\"hi\"])", ExampleResult = "\"hi\"",
        },
        new("shuffle", [Declare.List("list")], "list", "The items in random order.", RandomFunctions.Shuffle)
        {
            Topic = Topic, Purity = FunctionPurity.Reading, Example = "length(shuffle([1, 2, 3]))", ExampleResult = "3",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Selections() =>
    [
        new(
            "filter",
            [Declare.List("list"), Declare.Query("query")],
            "list",
            "The items that match the query, in their order.",
            static (a, context) => MatchEngine.Filter(a[0].AsList()!, a[1], context.Locale, context.Limits))
        {
            Topic = Topic, Example = "filter([[age: 17], [age: 18]], [age: [_gt: 17]])", ExampleResult = "[[age: 18]]",
        },
        new(
            "score",
            [Declare.List("list"), Declare.Query("query")],
            "list",
            "All items with their score in `_match`, the best first.",
            static (a, context) => MatchEngine.Score(a[0].AsList()!, a[1], context.Locale, context.Limits))
        {
            Topic = Topic, Example = "first(score([[t: \"a\"], [t: \"b\"]], [t: \"b\"])).t", ExampleResult = "\"b\"",
        },
        new(
            "count",
            [Declare.List("list"), Declare.Optional("query", ParameterType.Query, "all items")],
            "integer",
            "The number of items, or of those that match the query.",
            Count)
        {
            Topic = Topic, Example = "count([[age: 3], [age: 4]], [age: 3])", ExampleResult = "1",
        },
        new("pluck", [Declare.List("list"), Declare.Text("key")], "list", "That entry of every item, nil where it is missing.", Pluck)
        {
            Topic = Topic, Example = "pluck([[a: 1], [a: 2]], \"a\")", ExampleResult = "[1, 2]",
        },
        new(
            "sort",
            [
                Declare.List("list"),
                Declare.Option("direction", ParameterType.Text, Value.AtomOf("asc")),
                Declare.Optional("field", ParameterType.Text, "the items themselves"),
            ],
            "list",
            "The items in order, `:asc` or `:desc`; equal ones keep their order. `field` is a key of items that are maps.",
            ListOrder.Sort)
        {
            Topic = Topic, Example = "sort([3, 1])", ExampleResult = "[1, 3]",
        },
        new("uniq", [Declare.List("list")], "list", "The first of equal items.", ListOrder.Unique)
        {
            Topic = Topic, Example = "uniq([1, 1, 2])", ExampleResult = "[1, 2]",
        },
        new(
            "compact",
            [Declare.List("list")],
            "list",
            "The items that are not nil.",
            static (a, _) => ListValue.From(a[0].AsList()!.Where(static item => !item.IsNil)))
        {
            Topic = Topic, Example = "compact([1, nil])", ExampleResult = "[1]",
        },
        new("group_by", [Declare.List("list"), Declare.Text("key")], "map", "The items by the text of that entry, in order of appearance.", GroupBy)
        {
            Topic = Topic, Example = "group_by([[k: \"x\"]], \"k\")", ExampleResult = "%{x: [%{k: \"x\"}]}",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Parts() =>
    [
        new("reverse", [Declare.Any("x")], "list or text", "A list or text backwards.", ListParts.Reverse)
        {
            Topic = Topic, Example = "reverse([1, 2])", ExampleResult = "[2, 1]",
        },
        new(
            "slice",
            [Declare.Any("x"), Declare.Integer("start"), Declare.Optional("count", ParameterType.Integer, "the rest")],
            "list or text",
            "A part of a list or text from a position on; what is out of range is cut.",
            ListParts.Slice)
        {
            Topic = Topic, Example = "slice(\"hello\", 1, 3)", ExampleResult = "\"ell\"",
        },
        new("take", [Declare.List("list"), Declare.Integer("n")], "list", "The first n items; the last ones when n is negative.", ListParts.Take)
        {
            Topic = Topic, Example = "take([1, 2, 3], 2)", ExampleResult = "[1, 2]",
        },
        new(
            "drop",
            [Declare.List("list"), Declare.Integer("n")],
            "list",
            "All but the first n items; all but the last ones when n is negative.",
            ListParts.Drop)
        {
            Topic = Topic, Example = "drop([1, 2, 3], 2)", ExampleResult = "[3]",
        },
        new(
            "insert",
            [Declare.List("list"), Declare.Integer("index"), Declare.Any("v")],
            "list",
            "The value put before the index; beyond the end it is appended.",
            ListParts.Insert)
        {
            Topic = Topic, Example = "insert([1, 3], 1, 2)", ExampleResult = "[1, 2, 3]",
        },
        new(
            "delete",
            [Declare.Any("x"), Declare.Any("key")],
            "list or map",
            "A list without the item at the index, a map without the entry; unchanged when there is none.",
            ListParts.Delete)
        {
            Topic = Topic, Example = "delete([1, 2], 0)", ExampleResult = "[2]",
        },
        new("chunk", [Declare.List("list"), Declare.Integer("n")], "list", "Pieces of n items; the last may be shorter.", ListParts.Chunk)
        {
            Topic = Topic, Example = "chunk([1, 2, 3], 2)", ExampleResult = "[[1, 2], [3]]",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Shapes() =>
    [
        new(
            "join",
            [Declare.List("list"), Declare.Option("joiner", ParameterType.Text, "")],
            "text",
            "The texts of the items with the joiner between them.",
            ListTexts.Join)
        {
            Topic = Topic, Example = "join([1, 2], \"-\")", ExampleResult = "\"1-2\"",
        },
        new(
            "join_and",
            [Declare.List("list"), Declare.Optional("word", ParameterType.Text, "the word of the locale")],
            "text",
            "The texts of the items as a sentence lists them: \"a\", \"a and b\", \"a, b and c\".",
            ListTexts.JoinAnd)
        {
            Topic = Topic, Example = "join_and([\"a\", \"b\"])", ExampleResult = "\"a and b\"",
        },
        new("concat", [Declare.List("list")], "list", "The items of all lists.", Concat)
        {
            Topic = Topic, IsVariadic = true, Example = "concat([1], [2])", ExampleResult = "[1, 2]",
        },
        new("flatten", [Declare.List("list")], "list", "The items of the list and of all lists in it.", ListShapes.Flatten)
        {
            Topic = Topic, Example = "flatten([1, [2, [3]]])", ExampleResult = "[1, 2, 3]",
        },
        new(
            "range",
            [
                Declare.Any("a"),
                Declare.Optional("b", ParameterType.Integer, "none: `a` is a range"),
                Declare.Option("step", ParameterType.Integer, 1),
            ],
            "list",
            "The integers from a to b, both inclusive; negative steps count down. Also makes a list of a range.",
            ListShapes.Range)
        {
            Topic = Topic, Example = "range(1, 3)", ExampleResult = "[1, 2, 3]",
        },
        new("zip", [Declare.List("a"), Declare.List("b")], "list", "Pairs of items at the same position, up to the shorter list.", ListShapes.Zip)
        {
            Topic = Topic, Example = "zip([1], [\"a\"])", ExampleResult = "[[1, \"a\"]]",
        },
    ];

    private static Value Length(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value value = TranslatableValue.Resolve(Operand.Of(arguments[0]), context.Locale);
        switch (value.Kind)
        {
            case ValueKind.Nil:
                return 0;
            case ValueKind.Map:
                return value.AsMap()!.Count;
            case ValueKind.List or ValueKind.Range:
                Iteration.TryGetCount(value, out long count);
                return count;
            case ValueKind.String or ValueKind.Atom:
                return Graphemes.Count(ValueText.ToText(value));
            default:
                return Failures.WrongType(1, "list, map or text", arguments[0]);
        }
    }

    private static Value Item(ReadOnlySpan<Value> arguments, FunctionContext context) =>
        PathReader.ReadIndex(arguments[0], arguments[1], context.Locale, context.Limits);

    private static Value IndexOf(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value container = Operand.Of(arguments[0]);
        if (container.IsNil)
        {
            return default;
        }

        if (Iteration.TryGetItems(container, context.Limits, out ListValue items, out Value error))
        {
            for (int i = 0; i < items.Count; i++)
            {
                if (ValueEquality.AreEqual(items[i], arguments[1], context.Matcher))
                {
                    return i;
                }
            }

            return default;
        }

        if (container.AsString() is not { } text)
        {
            return error.IsNil ? Failures.WrongType(1, "list or text", arguments[0]) : error;
        }

        int position = text.IndexOf(ValueText.ToText(arguments[1], context.Locale), StringComparison.Ordinal);
        return position < 0 ? default(Value) : Graphemes.Count(text.AsSpan(0, position));
    }

    private static Value Count(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        if (arguments[1].IsNil)
        {
            return arguments[0].AsList()!.Count;
        }

        Value found = MatchEngine.Filter(arguments[0].AsList()!, arguments[1], context.Locale, context.Limits);
        return found.AsList() is { } list ? list.Count : found;
    }

    private static Value Pluck(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        ListValue list = arguments[0].AsList()!;
        string key = arguments[1].AsString()!;
        Value[] entries = new Value[list.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = PathReader.ReadField(list[i], key, context.Locale);
        }

        return ListValue.Own(entries);
    }

    private static Value GroupBy(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        string key = arguments[1].AsString()!;
        Dictionary<string, List<Value>> groups = new(StringComparer.Ordinal);
        List<string> order = [];
        foreach (Value item in arguments[0].AsList()!.AsSpan())
        {
            string name = ValueText.ToText(PathReader.ReadField(item, key, context.Locale), context.Locale, context.Limits.TextLength);
            if (!groups.TryGetValue(name, out List<Value>? members))
            {
                groups.Add(name, members = []);
                order.Add(name);
            }

            members.Add(item);
        }

        return MapValue.From(order.Select(name => KeyValuePair.Create(name, Value.From(ListValue.From(groups[name])))));
    }

    private static Value Concat(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        long count = 0;
        foreach (Value list in arguments)
        {
            count += list.AsList()!.Count;
        }

        if (count > context.Limits.ListLength)
        {
            return LimitErrors.List(context.Limits);
        }

        ListValue result = ListValue.Empty;
        foreach (Value list in arguments)
        {
            result = result.Concat(list.AsList()!);
        }

        return result;
    }
}
