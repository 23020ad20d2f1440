using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Functions on types (builtin functions, section 5).</summary>
internal static class TypeFunctions
{
    public const string Topic = "Types";

    public static ImmutableArray<BuiltinFunction> All { get; } =
    [
        new(
            "type_of",
            [Declare.Any("x")],
            "text",
            "`nil`, `boolean`, `integer`, `float`, `string`, `atom`, `list`, `map`, `range` or the name of the record.",
            static (a, _) => TypeNames.Of(a[0]))
        {
            Topic = Topic, Example = "type_of(1.5)", ExampleResult = "\"float\"",
        },
        Check("nil", static x => x.IsNil, "is_nil(nil)"),
        Check("string", static x => x.IsString, "is_string(\"a\")"),
        Check("number", static x => x.IsNumber, "is_number(1.5)"),
        Check("integer", static x => x.IsInteger, "is_integer(1)"),
        Check("float", static x => x.IsFloat, "is_float(1.0)"),
        Check("boolean", static x => x.IsBoolean, "is_boolean(false)"),
        Check("list", static x => x.Kind == ValueKind.List, "is_list([])"),
        Check("map", static x => x.Kind == ValueKind.Map, "is_map(%{})"),
        Check("atom", static x => x.Kind == ValueKind.Atom, "is_atom(:a)"),
        Check("message", static x => x.AsRecord()?.RecordKind == RecordKind.Message, "!is_message(\"a\")"),
        Check("entity", static x => x.AsRecord()?.RecordKind == RecordKind.Entity, "!is_entity(1)"),
        new(
            "is_blank",
            [Declare.Any("x")],
            "boolean",
            "Whether x is nil, a text without visible characters, an empty list or an empty map.",
            static (a, _) => IsBlank(Operand.Of(a[0])))
        {
            Topic = Topic, Example = "is_blank(\"  \")", ExampleResult = "true",
        },
        new("default", [Declare.Any("x"), Declare.Any("y")], "any", "x, or y if x is nil.", static (a, _) => a[0].IsNil ? a[1] : a[0])
        {
            Topic = Topic, Example = "default(nil, 5)", ExampleResult = "5",
        },
    ];

    private static BuiltinFunction Check(string type, Func<Value, bool> check, string example) =>
        new(
            "is_" + type,
            [Declare.Any("x")],
            "boolean",
            $"Whether x is {(type is "integer" or "atom" or "entity" ? "an" : "a")} {type}.".Replace("a nil", "nil", StringComparison.Ordinal),
            (a, _) => check(a[0]))
        {
            Topic = Topic,
            Example = example,
            ExampleResult = "true",
        };

    private static bool IsBlank(Value value) => value.Kind switch
    {
        ValueKind.Nil => true,
        ValueKind.String => string.IsNullOrWhiteSpace(value.AsString()),
        ValueKind.List => value.AsList()!.Count == 0,
        ValueKind.Map => value.AsMap()!.Count == 0,
        ValueKind.Range => value.AsRange()!.Count == 0,
        _ => false,
    };
}
