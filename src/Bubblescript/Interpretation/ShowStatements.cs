using Bubblescript.Binding.Tree;
using Bubblescript.Builtins;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary><c>show</c>, <c>template</c>, <c>buttons</c> (language reference, section 7.1).</summary>
internal static class ShowStatements
{
    private static readonly string[] MessageOptions = ["as", "delay"];

    public static Completion Show(Turn turn, CommandStatement command)
    {
        if (!Operands.TryArgument(turn, command, 0, out Value value) || !Operands.TryOptions(turn, command, out MapValue options))
        {
            return Completion.Failed;
        }

        if (command.Kind == CommandKind.Template)
        {
            return ShowTemplate(turn, command, value, options);
        }

        Value element = ToElement(turn, value);
        if (element.IsSignal)
        {
            return turn.Fail(element.AsError()!.At(command.Place.Source, command.Place.Span).ToValue());
        }

        return element.IsNil ? Completion.Next : ShowElement(turn, command, element.AsRecord()!, options);
    }

    public static Completion Buttons(Turn turn, CommandStatement command)
    {
        if (!Operands.TryText(turn, command, 0, out string text) || !Operands.TryOptions(turn, command, out MapValue options))
        {
            return Completion.Failed;
        }

        List<Value> buttons = [];
        foreach (ButtonCase button in command.Buttons)
        {
            Value built = BuildButton(turn, button);
            if (built.IsSignal)
            {
                return turn.Fail(built);
            }

            buttons.Add(built);
        }

        MapValue fields = MapValue.From(("text", text), ("buttons", ListValue.From(buttons)));
        return SendTemplate(turn, command, "buttons", fields, options);
    }

    private static Value BuildButton(Turn turn, ButtonCase button)
    {
        Value title = button.Title.Evaluate(turn);
        if (title.IsSignal)
        {
            return title;
        }

        Value[] arguments = new Value[button.Arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = button.Arguments[i].Evaluate(turn);
            if (arguments[i].IsSignal)
            {
                return arguments[i];
            }
        }

        string text = ValueText.ToText(title, turn.Locale);
        string first = arguments.Length > 0 ? ValueText.ToText(arguments[0], turn.Locale) : "";
        if (button.IsOpen)
        {
            return Value.MapOf(("type", "web_url"), ("title", text), ("url", first));
        }

        Value payload = arguments.Length > 1 ? ValueNormalizer.Normalize(arguments[1], turn.Locale) : default;
        MapValue result = MapValue.From(("type", "event"), ("title", text), ("event", first));
        return payload.IsNil ? result : result.Set("payload", payload);
    }

    private static Value ToElement(Turn turn, Value value)
    {
        value = TranslatableValue.Resolve(value, turn.Locale);
        return value.Kind switch
        {
            ValueKind.Nil => value,
            ValueKind.Record when value.AsRecord()!.RecordKind is RecordKind.Element or RecordKind.Widget => value,
            ValueKind.Record when value.AsRecord()!.RecordKind == RecordKind.Location => Elements.Call(turn, "location", value),
            ValueKind.Record when value.AsRecord()!.RecordKind == RecordKind.Attachment =>
                Elements.Call(turn, ValueText.ToText(value.AsRecord()!["type"]), value.AsRecord()!["url"]),
            ValueKind.Map when GeoLocation.TryRead(value, out _, out _) => Elements.Call(turn, "location", value),
            ValueKind.String or ValueKind.Record => FromUrl(turn, ValueText.ToText(Operand.Of(value), turn.Locale)),
            _ => FunctionContext.Fail($"show needs an element such as image(…), a location or a URL, got {ValueDescription.Describe(value)}"),
        };
    }

    private static Value FromUrl(Turn turn, string url) => Elements.Call(turn, Elements.KindOf(url), url);

    private static Completion ShowElement(Turn turn, CommandStatement command, RecordValue element, MapValue options)
    {
        MapValue payload = element["payload"].AsMap() ?? MapValue.Empty;
        string type = ValueText.ToText(element["type"], turn.Locale);
        if (element.RecordKind == RecordKind.Widget)
        {
            MapValue inline = MapValue.From(("input_method", type), ("template_id", turn.NextId("t"))).Merge(payload);
            return SendTemplate(turn, command, "input_method", inline, options);
        }

        return Send(turn, command, type, payload, options);
    }

    private static Completion ShowTemplate(Turn turn, CommandStatement command, Value type, MapValue options)
    {
        MapValue fields = MapValue.Empty;
        if (command.Arguments.Length > 1)
        {
            if (!Operands.TryArgument(turn, command, 1, out Value extra))
            {
                return Completion.Failed;
            }

            fields = extra.AsMap() ?? MapValue.Empty;
        }

        Value element = Elements.Call(turn, "template", type, fields.Merge(Without(options, MessageOptions)));
        return element.AsRecord() is { } record
            ? Send(turn, command, "template", record["payload"].AsMap()!, Only(options, MessageOptions))
            : turn.Fail(element.AsError()!.At(command.Place.Source, command.Place.Span).ToValue());
    }

    private static Completion SendTemplate(Turn turn, CommandStatement command, string templateType, MapValue fields, MapValue options) =>
        Send(turn, command, "template", MapValue.From(("template_type", templateType)).Merge(fields), options);

    private static Completion Send(Turn turn, CommandStatement command, string type, MapValue payload, MapValue options)
    {
        foreach (KeyValuePair<string, Value> option in options)
        {
            if (option.Key == "quick_replies")
            {
                payload = payload.Set("quick_replies", QuickReplyValues.Of(QuickReplies.Of(turn, option.Value)));
            }
            else if (!MessageOptions.Contains(option.Key, StringComparer.Ordinal))
            {
                payload = payload.Set(option.Key, option.Value);
            }
        }

        if (payload["quick_replies"].AsList() is { } replies && !options.ContainsKey("quick_replies"))
        {
            payload = payload.Set("quick_replies", QuickReplyValues.Of(QuickReplies.Of(turn, replies)));
        }

        Value normalized = ValueNormalizer.Normalize(payload, turn.Locale, turn.Limits);
        if (normalized.IsSignal)
        {
            return turn.Fail(normalized.AsError()!.At(command.Place.Source, command.Place.Span).ToValue());
        }

        if (!PayloadReader.TryRead(type, normalized.AsMap()!, out MessagePayload? message, out string? problem))
        {
            return turn.Fail(problem, command.Place);
        }

        return turn.TryEffect(command.Place) ? Outgoing.Say(turn, message, options, command.Place) : Completion.Failed;
    }

    private static MapValue Only(MapValue options, string[] names) =>
        MapValue.From(options.Where(option => names.Contains(option.Key, StringComparer.Ordinal)));

    private static MapValue Without(MapValue options, string[] names) =>
        MapValue.From(options.Where(option => !names.Contains(option.Key, StringComparer.Ordinal)));
}
