using System.Collections.Immutable;
using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Functions on texts (builtin functions, section 3).</summary>
internal static class TextFunctions
{
    public const string Topic = "Text";

    public static ImmutableArray<BuiltinFunction> All { get; } = [.. Pieces(), .. Changes(), .. Questions()];

    private static ImmutableArray<BuiltinFunction> Pieces() =>
    [
        new(
            "split",
            [
                Declare.Text("text"), Declare.Optional("pattern", ParameterType.Text, "white space"),
                Declare.Optional("parts", ParameterType.Integer, "all"), Declare.Option("trim", ParameterType.Boolean, false),
            ],
            "list",
            "The pieces of a text between the patterns. `parts` is the largest number of pieces, `trim` drops empty ones; an empty pattern gives the characters.",
            TextPieces.Split)
        {
            Topic = Topic, Example = "split(\"a,b,c\", \",\", parts: 2)", ExampleResult = "[\"a\", \"b,c\"]",
        },
        new("words", [Declare.Text("text")], "list", "The words between white space.", TextPieces.Words)
        {
            Topic = Topic, Example = "words(\"a  b\")", ExampleResult = "[\"a\", \"b\"]",
        },
        new("lines", [Declare.Text("text")], "list", "The lines; an empty last one is left out.", TextPieces.Lines)
        {
            Topic = Topic, Example = "lines(\"a\\n\\nb\\n\")", ExampleResult = "[\"a\", \"\", \"b\"]",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Changes() =>
    [
        new(
            "replace",
            [Declare.Text("text"), Declare.Text("from"), Declare.Text("to")],
            "text",
            "The text with all occurrences replaced; unchanged if `from` is empty.",
            TextChanges.Replace)
        {
            Topic = Topic, Example = "replace(\"a-b\", \"-\", \"+\")", ExampleResult = "\"a+b\"",
        },
        new(
            "text",
            [Declare.Any("x")],
            "text",
            "The text of a value.",
            static (a, context) => ValueText.Convert(a[0], context.Locale, context.Limits))
        {
            Topic = Topic, Example = "text(1.0)", ExampleResult = "\"1.0\"",
        },
        new("upcase", [Declare.Text("text")], "text", "The text in capital letters.", static (a, _) => a[0].AsString()!.ToUpperInvariant())
        {
            Topic = Topic, Example = "upcase(\"abc é\")", ExampleResult = "\"ABC É\"",
        },
        new("downcase", [Declare.Text("text")], "text", "The text in small letters.", static (a, _) => a[0].AsString()!.ToLowerInvariant())
        {
            Topic = Topic, Example = "downcase(\"ABC\")", ExampleResult = "\"abc\"",
        },
        new("capitalize", [Declare.Text("text")], "text", "The text with a capital first letter; the rest stays.", TextChanges.Capitalize)
        {
            Topic = Topic, Example = "capitalize(\"ann b\")", ExampleResult = "\"Ann b\"",
        },
        Trimming("trim", "both ends", static (a, _) => TextChanges.Trim(a, atStart: true, atEnd: true), "trim(\" a \")", "\"a\""),
        Trimming("trim_start", "the start", static (a, _) => TextChanges.Trim(a, atStart: true, atEnd: false), "trim_start(\"--a-\", \"-\")", "\"a-\""),
        Trimming("trim_end", "the end", static (a, _) => TextChanges.Trim(a, atStart: false, atEnd: true), "trim_end(\"--a-\", \"-\")", "\"--a\""),
        new(
            "pad",
            [
                Declare.Text("text"), Declare.Integer("n"), Declare.Option("fill", ParameterType.Text, " "),
                Declare.Option("side", ParameterType.Text, Value.AtomOf("left")),
            ],
            "text",
            "The text filled up to at least n characters; `side`, `:left` or `:right`, is where the fill goes.",
            TextChanges.Pad)
        {
            Topic = Topic, Example = "pad(\"7\", 2, \"0\")", ExampleResult = "\"07\"",
        },
        new("repeat_text", [Declare.Text("text"), Declare.Integer("n")], "text", "The text n times.", TextChanges.Repeat)
        {
            Topic = Topic, Example = "repeat_text(\"ab\", 2)", ExampleResult = "\"abab\"",
        },
        new(
            "base_form",
            [Declare.Text("text")],
            "text",
            "Lower case without accents, outer punctuation and superfluous white space: what comparisons with messages use.",
            static (a, _) => BaseForm.Of(a[0].AsString()!))
        {
            Topic = Topic, Example = "base_form(\"¡Héllo!\")", ExampleResult = "\"hello\"",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Questions() =>
    [
        new(
            "contains",
            [Declare.Any("x"), Declare.Any("part")],
            "boolean",
            "Whether a text has the part, exactly, or a list the member.",
            TextChanges.Contains)
        {
            Topic = Topic, Example = "contains(\"hello\", \"ell\")", ExampleResult = "true",
        },
        new(
            "starts_with",
            [Declare.Text("text"), Declare.Text("part")],
            "boolean",
            "Whether the text begins with the part, exactly.",
            static (a, _) => a[0].AsString()!.StartsWith(a[1].AsString()!, StringComparison.Ordinal))
        {
            Topic = Topic, Example = "starts_with(\"hello\", \"he\")", ExampleResult = "true",
        },
        new(
            "ends_with",
            [Declare.Text("text"), Declare.Text("part")],
            "boolean",
            "Whether the text ends with the part, exactly.",
            static (a, _) => a[0].AsString()!.EndsWith(a[1].AsString()!, StringComparison.Ordinal))
        {
            Topic = Topic, Example = "ends_with(\"hello\", \"lo\")", ExampleResult = "true",
        },
        new(
            "similarity",
            [Declare.Text("a"), Declare.Text("b")],
            "float",
            "How similar two texts are, from 0 to 1; of longer texts the first 2,000 characters.",
            static (a, _) => Similarity.Of(a[0].AsString()!, a[1].AsString()!))
        {
            Topic = Topic, Example = "round(similarity(\"abc\", \"abd\"), 3)", ExampleResult = "0.778",
        },
    ];

    private static BuiltinFunction Trimming(string name, string where, FunctionImplementation implementation, string example, string result) =>
        new(name, [Declare.Text("text"), Declare.Optional("chars", ParameterType.Text, "white space")], "text", $"The text without these characters at {where}.", implementation)
        {
            Topic = Topic,
            Example = example,
            ExampleResult = result,
        };
}
