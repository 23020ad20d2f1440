using System.Collections.Immutable;
using System.Text.Json;
using Bubblescript.Values;

namespace Bubblescript.Matching;

/// <summary>Reads what Duckling found, as its server writes it (language reference, BML, section 2.4).</summary>
public static class DucklingEntities
{
    private const string Provider = "duckling";

    /// <summary>The entities of a list of Duckling's results, in its order.</summary>
    /// <param name="json">The list.</param>
    /// <exception cref="InvalidDataException">The text is no such list.</exception>
    public static ImmutableArray<RecognizedEntity> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return [.. document.RootElement.EnumerateArray().Select(ReadEntity)];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // The four ways in which reading JSON of another shape fails.
            throw new InvalidDataException("The text is no list of Duckling's results: " + exception.Message, exception);
        }
    }

    private static RecognizedEntity ReadEntity(JsonElement element)
    {
        string body = element.GetProperty("body").GetString() ?? string.Empty;
        Value data = ValueJson.FromElement(element.GetProperty("value"));
        MapValue map = data.AsMap() ?? MapValue.From(("value", data));
        return new RecognizedEntity(
            SnakeCase.From(element.GetProperty("dim").GetString() ?? string.Empty),
            Provider,
            ValueOf(map),
            body,
            map.Remove("value"),
            element.GetProperty("start").GetInt32(),
            element.GetProperty("end").GetInt32());
    }

    /// <summary>The value; that of an interval is its beginning, else its end.</summary>
    private static Value ValueOf(MapValue data)
    {
        if (data.TryGetValue("value", out Value value) && !value.IsNil)
        {
            return value;
        }

        Value from = data["from"].AsMap()?["value"] ?? Value.Nil;
        return from.IsNil ? data["to"].AsMap()?["value"] ?? Value.Nil : from;
    }
}
