using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Makes widgets whose <c>payload</c> is their configuration (chat messages, section 6).</summary>
internal static class WidgetBuilder
{
    private static readonly string[] Types =
        ["item_picker", "date_picker", "location", "form", "numeric", "wait", "closed", "qr", "barcode", "google_assistant_intent"];

    public static Value Build(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        string type = arguments[0].AsString()!;
        if (!Types.Contains(type, StringComparer.Ordinal))
        {
            return FunctionContext.Fail($"{ValueDescription.Format(type)} is no input method; use {string.Join(", ", Types)}");
        }

        Value plain = ValueNormalizer.NormalizeForLater(arguments[1], context.Limits);
        if (plain.IsSignal)
        {
            return plain;
        }

        Value payload = Complete(type, plain.AsMap()!);
        return payload.IsSignal ? payload : new RecordValue(RecordKind.Widget, MapValue.From(("type", type), ("payload", payload)));
    }

    private static Value Complete(string type, MapValue configuration) => type switch
    {
        "item_picker" => CompleteItems(configuration),
        "form" when configuration["schema"].Kind != ValueKind.Map => Missing(type, "schema", configuration),
        "google_assistant_intent" when configuration["intent"].IsNil => Missing(type, "intent", configuration),
        _ => configuration,
    };

    private static Value Missing(string type, string field, MapValue configuration) =>
        FunctionContext.Fail(configuration[field].IsNil
            ? $"the input method {type} needs {field}"
            : $"{field} of the input method {type} must be {(field is "items" ? "list" : "map")}, got {ValueDescription.Describe(configuration[field])}");

    /// <summary>Items given without value get their title as value.</summary>
    private static Value CompleteItems(MapValue configuration)
    {
        if (configuration["items"].AsList() is not { Count: > 0 } items)
        {
            return configuration["items"].Kind == ValueKind.List
                ? FunctionContext.Fail("the input method item_picker needs at least one item")
                : Missing("item_picker", "items", configuration);
        }

        Value[] complete = new Value[items.Count];
        for (int i = 0; i < complete.Length; i++)
        {
            Value item = items[i];
            bool isTranslatable = item.AsMap() is { } candidate && TranslatableValue.IsTranslatable(candidate);
            if (item.AsMap() is not { } map || isTranslatable)
            {
                complete[i] = Value.MapOf(("title", item), ("value", item));
            }
            else if (map["title"].IsNil)
            {
                return FunctionContext.Fail($"item {i + 1} of the input method item_picker needs a title");
            }
            else
            {
                complete[i] = map["value"].IsNil ? map.Set("value", map["title"]) : map;
            }
        }

        return configuration.Set("items", ListValue.Own(complete));
    }
}
