using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Functions on the conversation (builtin functions, section 9).</summary>
internal static class ConversationFunctions
{
    public const string Topic = "Conversation";

    private static readonly FunctionParameter Match = Declare.Optional("match", ParameterType.Any, "none");
    private static readonly FunctionParameter Label = Declare.Optional("label", ParameterType.Any, "none");

    public static ImmutableArray<BuiltinFunction> All { get; } = [.. Records(), .. Groups(), .. Outgoing(), .. Texts()];

    private static ImmutableArray<BuiltinFunction> Records() =>
    [
        new(
            "intent",
            [Match, Label, Declare.Optional("id", ParameterType.Any, "the name of the constant that holds it")],
            "intent",
            "An intent: the messages that one of its BML patterns matches.",
            static (a, _) => Record(RecordKind.Intent, ("id", a[2]), ("label", a[1]), ("match", a[0])))
        {
            Topic = Topic, Example = "type_of(intent(match: \"hello\", label: \"Greeting\"))", ExampleResult = "\"intent\"",
        },
        new(
            "entity",
            [Match, Label, Declare.Optional("return", ParameterType.Any, "none")],
            "entity matcher",
            "Something to look for in a message by BML; `return` is what `answer.return` then gives.",
            static (a, _) => Record(RecordKind.EntityMatcher, ("match", a[0]), ("label", a[1]), ("return", a[2])))
        {
            Topic = Topic, Example = "text(entity(match: \"red\", label: \"Red\"))", ExampleResult = "\"Red\"",
        },
        new(
            "event",
            [Declare.Text("name"), Declare.Optional("payload", ParameterType.Any, "none")],
            "event",
            "An event to wait for with `await`, or the action of a button.",
            static (a, _) => Record(RecordKind.Event, ("name", a[0]), ("payload", a[1]), ("sender", default)))
        {
            Topic = Topic, Example = "event(\"paid\").name", ExampleResult = "\"paid\"",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Groups() =>
    [
        new(
            "spawn_group",
            [Declare.Optional("name", ParameterType.Text, "a random name"), Declare.Optional("vars", ParameterType.Map, "none")],
            "text",
            "Starts or joins a group and gives its id; `vars` are the variables of a new one.",
            GroupFunctions.Spawn)
        {
            Topic = Topic, Purity = FunctionPurity.Acting, KeywordParameter = 1, CollectsByName = true, Example = "starts_with(spawn_group(\"team\"), \"~\")", ExampleResult = "true",
        },
        new("group_name", [Declare.Any("ids")], "text", "The id of the group of these participants, whatever their order.", GroupFunctions.Name)
        {
            Topic = Topic, IsVariadic = true, Example = "group_name(\"a\", \"b\") == group_name([\"b\", \"a\"])", ExampleResult = "true",
        },
        new(
            "chat_link",
            [
                Declare.Text("channel"),
                Declare.Optional("g", ParameterType.Text, "none"),
                new FunctionParameter("options", ParameterType.Map, IsOptional: true) { DefaultText = "none" },
            ],
            "text",
            "The address of the chat page for a channel and a conversation or group; further options become parameters.",
            GroupFunctions.ChatLink)
        {
            Topic = Topic, KeywordParameter = 2, Example = "ends_with(chat_link(\"web\", g: \"~x\"), \"?channel=web&g=~x\")", ExampleResult = "true",
        },
        new(
            "unschedule",
            [Declare.Text("id")],
            "boolean",
            "Cancels a scheduled event; true if it was still pending.",
            static (a, context) => context.Unschedule(a[0].AsString()!))
        {
            Topic = Topic, Purity = FunctionPurity.Acting, Example = "unschedule(\"none\")", ExampleResult = "false",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Outgoing() =>
    [
        new(
            "mail",
            [
                Declare.Text("to"),
                Declare.Text("subject"),
                Declare.Text("body"),
                new FunctionParameter("opts", ParameterType.Map, IsOptional: true) { DefaultText = "none" },
            ],
            "boolean",
            "Hands a mail to the host; true if it is accepted.",
            OutgoingFunctions.Mail)
        {
            Topic = Topic, Purity = FunctionPurity.Acting, KeywordParameter = 3, Example = "mail(\"ann@example.com\", \"Hi\", \"How are you?\")", ExampleResult = "true",
        },
        new(
            "sms_notify",
            [Declare.Text("to"), Declare.Text("text")],
            "boolean",
            "Hands a text message to the host; true if it is accepted.",
            OutgoingFunctions.Sms)
        {
            Topic = Topic, Purity = FunctionPurity.Acting, Example = "sms_notify(\"+31612345678\", \"Hi\")", ExampleResult = "true",
        },
        Note("create_note", "create_note", Declare.Text("text"), "Leaves a note for operators."),
        Note("notify", "notification", Declare.Text("text"), "Notifies operators."),
        Note("escalate", "escalation", Declare.Option("text", ParameterType.Text, string.Empty), "Asks operators to take over."),
    ];

    private static ImmutableArray<BuiltinFunction> Texts() =>
    [
        new(
            "_",
            [Declare.Text("text")],
            "text",
            "The text for the conversation's locale, from the translation tables; also written `_\"text\"`.",
            static (a, context) => context.Translate(a[0].AsString()!))
        {
            Topic = Topic, Example = "_(\"Hello\")", ExampleResult = "\"Hello\"",
        },
        new(
            "locale_name",
            [Declare.Text("locale")],
            "text",
            "The name of the locale's language in that language.",
            static (a, _) => LocaleName(a[0].AsString()!))
        {
            Topic = Topic, Example = "locale_name(\"nl\")", ExampleResult = "\"Nederlands\"",
        },
    ];

    private static BuiltinFunction Note(string name, string type, FunctionParameter text, string documentation) =>
        new(name, [text], "boolean", documentation, (a, context) => OutgoingFunctions.Annotate(type, a[0].AsString()!, MapValue.Empty, context))
        {
            Topic = Topic,
            Purity = FunctionPurity.Acting,
            Example = $"{name}(\"Please call\")",
            ExampleResult = "true",
        };

    private static RecordValue Record(RecordKind kind, params ReadOnlySpan<(string Key, Value Value)> fields) => new(kind, MapValue.From(fields));

    private static Value LocaleName(string locale)
    {
        string language = Locales.LanguageOf(locale);
        System.Globalization.CultureInfo culture = Locales.CultureOf(language);
        return string.Equals(culture.TwoLetterISOLanguageName, language, StringComparison.OrdinalIgnoreCase)
            || string.Equals(culture.Name, language, StringComparison.OrdinalIgnoreCase)
            ? culture.NativeName
            : locale;
    }
}
