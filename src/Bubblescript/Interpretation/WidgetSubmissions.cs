using System.Globalization;
using Bubblescript.Schemas;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Whether a submission is what a widget can send (chat messages, section 6): nothing that a client sends is trusted.</summary>
internal static class WidgetSubmissions
{
    public static bool Accepts(Turn turn, RecordValue widget, RecordValue message)
    {
        string expected = ValueText.ToText(widget["type"]);
        string type = ValueText.ToText(message["type"]);
        MapValue configuration = widget["payload"].AsMap() ?? MapValue.Empty;
        if (type == "cancel")
        {
            return !configuration["required"].IsTruthy;
        }

        return string.Equals(type, expected, StringComparison.Ordinal) && type switch
        {
            "item_picker" => AcceptsItems(configuration, message["data"]),
            "date_picker" => DateOnly.TryParse(ValueText.ToText(message["data"]), CultureInfo.InvariantCulture, out _),
            "form" => AcceptsForm(turn, configuration, message["data"]),
            _ => true,
        };
    }

    private static bool AcceptsItems(MapValue configuration, Value data)
    {
        if (configuration["items"].AsList() is not { } items)
        {
            return true;
        }

        HashSet<string> values = new(StringComparer.Ordinal);
        foreach (Value item in items)
        {
            MapValue? map = item.AsMap();
            Value value = map is null ? item : map["value"].IsNil ? map["title"] : map["value"];
            values.Add(ValueText.ToText(value));
        }

        bool isSingle = ValueText.ToText(configuration["mode"]) == "single";
        return !isSingle && data.AsList() is { } chosen
            ? AcceptsCount(configuration, chosen.Count) && chosen.All(item => values.Contains(ValueText.ToText(item)))
            : values.Contains(ValueText.ToText(data));
    }

    private static bool AcceptsCount(MapValue configuration, int count) =>
        count >= (configuration["min_items"].AsInteger() ?? 0) && count <= (configuration["max_items"].AsInteger() ?? int.MaxValue);

    private static bool AcceptsForm(Turn turn, MapValue configuration, Value data)
    {
        if (data.AsMap() is null)
        {
            return false;
        }

        return configuration["schema"].IsNil
            || !turn.Current.Bot.Schemas.TryGet(configuration["schema"], out CompiledSchema? schema, out _)
            || schema.Validate(data) is null;
    }
}
