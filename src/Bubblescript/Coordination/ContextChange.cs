using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>A reply object by which a host's own code switches bots.</summary>
/// <param name="TargetBotId">The bot to switch to; null to return.</param>
/// <param name="Dialog">The dialog to run, or null.</param>
/// <param name="Data">What the other bot gets as <c>request.data</c>.</param>
internal sealed record ContextChange(string? TargetBotId, string? Dialog, MapValue Data)
{
    private const string Forms =
        "Expected {\"type\": \"context-switch\", \"targetBotId\": …} or {\"type\": \"context-return\"}.";

    /// <exception cref="ArgumentException">The text is no such object.</exception>
    public static ContextChange Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Value parsed = ValueJson.Parse(json);
        if (parsed.AsError() is { } error)
        {
            throw new ArgumentException($"{error.Message}. {Forms}", nameof(json));
        }

        MapValue fields = parsed.AsMap() ?? throw new ArgumentException($"The reply is no JSON object. {Forms}", nameof(json));
        switch (fields["type"].AsString())
        {
            case "context-switch":
                string botId = fields["targetBotId"].AsString() ?? throw new ArgumentException($"'targetBotId' is missing. {Forms}", nameof(json));
                return new ContextChange(botId, ReadName(fields, "targetState"), ReadData(fields, "parameters"));
            case "context-return":
                return new ContextChange(TargetBotId: null, ReadName(fields, "state"), ReadData(fields, "data"));
            default:
                throw new ArgumentException($"The type '{fields["type"]}' is unknown. {Forms}", nameof(json));
        }
    }

    private static string? ReadName(MapValue fields, string key)
    {
        Value name = fields[key];
        return name.IsNil || name.AsString() is not null
            ? name.AsString()
            : throw new ArgumentException($"'{key}' must be the name of a dialog, as text.", nameof(fields));
    }

    private static MapValue ReadData(MapValue fields, string key)
    {
        Value data = fields[key];
        return data.IsNil ? MapValue.Empty : data.AsMap() ?? throw new ArgumentException($"'{key}' must be an object.", nameof(fields));
    }
}
