using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Elements and widgets (builtin functions, section 10).</summary>
internal static class ElementFunctions
{
    public const string Topic = "Elements and widgets";

    private static readonly ImmutableArray<FunctionParameter> MediaOptions =
    [
        Option("caption"), Option("class"), Option("alt"), Option("preview_image"), Option("quick_replies"), Option("size"),
    ];

    public static ImmutableArray<BuiltinFunction> All { get; } = [.. Elements(), .. Templates()];

    private static ImmutableArray<BuiltinFunction> Elements() =>
    [
        Media("image", "An image."),
        Media("audio", "A sound."),
        Media("video", "A video."),
        Media("file", "A file to download."),
        Media("web", "A web page."),
        new(
            "location",
            [Declare.Location("loc"), Option("zoom"), Option("maptype"), Option("class"), Option("quick_replies")],
            "element",
            "A place on a map; `zoom` is 1 to 20, `maptype` roadmap, satellite, terrain or hybrid.",
            ElementBuilder.Location)
        {
            Topic = Topic, OptionsStart = 1, Example = "location([4.25, 52.5], zoom: 12).payload", ExampleResult = "%{lat: 52.5, lon: 4.25, zoom: 12}",
        },
        new(
            "contact",
            [Declare.Map("map")],
            "element",
            "A contact card: `name`, `emails`, `phones`, `org`, `addresses`, `urls`, `birthday`.",
            ElementBuilder.Contact)
        {
            Topic = Topic, Example = "contact(name: [first_name: \"Ann\"]).type", ExampleResult = "\"contact\"",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Templates() =>
    [
        new(
            "template",
            [Declare.Text("type"), new FunctionParameter("opts", ParameterType.Map, IsOptional: true) { DefaultText = "none" }],
            "element",
            "A template: `buttons`, `card`, `gallery`, `list`, `text`, `email`, `whatsapp`, `whatsapp_product`, `whatsapp_product_list`, `input_method` or another name; all options are its fields.",
            ElementBuilder.Template)
        {
            Topic = Topic, KeywordParameter = 1, Example = "template(\"card\", card: %{title: \"Bike\"}).payload", ExampleResult = "%{template_type: \"card\", card: %{title: \"Bike\"}}",
        },
        new(
            "card",
            [Declare.Map("map")],
            "element",
            "Short for `template(\"card\", card: …)`.",
            static (a, context) => ElementBuilder.MakeTemplate("card", MapValue.From(("card", a[0])), context))
        {
            Topic = Topic, Example = "card(title: \"Bike\").payload.card", ExampleResult = "%{title: \"Bike\"}",
        },
        Gallery("gallery"),
        Gallery("carousel"),
        new(
            "input_method",
            [Declare.Text("type"), new FunctionParameter("opts", ParameterType.Map, IsOptional: true) { DefaultText = "none" }],
            "widget",
            "A widget for `expecting:` or `show`: `item_picker`, `date_picker`, `location`, `form`, `numeric`, `wait`, `closed`, `qr`, `barcode` or `google_assistant_intent`; all options are its configuration.",
            WidgetBuilder.Build)
        {
            Topic = Topic, KeywordParameter = 1, Example = "input_method(\"item_picker\", items: [\"Red\"]).payload.items", ExampleResult = "[%{title: \"Red\", value: \"Red\"}]",
        },
    ];

    private static FunctionParameter Option(string name) => Declare.Optional(name, ParameterType.Any, "none");

    private static BuiltinFunction Media(string kind, string documentation) =>
        new(kind, [Declare.Text("url"), .. MediaOptions], "element", documentation, (a, context) => ElementBuilder.Media(kind, a, context))
        {
            Topic = Topic,
            OptionsStart = 1,
            Example = $"{kind}(\"https://example.com/a\", caption: \"A\").payload",
            ExampleResult = $"%{{kind: \"{kind}\", url: \"https://example.com/a\", caption: \"A\"}}",
        };

    private static BuiltinFunction Gallery(string name) =>
        new(name, [Declare.List("list")], "element", "Short for `template(\"gallery\", elements: …)`.", static (a, context) => ElementBuilder.MakeTemplate("gallery", MapValue.From(("elements", a[0])), context))
        {
            Topic = Topic,
            Example = $"{name}([[title: \"A\"]]).payload.elements",
            ExampleResult = "[%{title: \"A\"}]",
        };
}
