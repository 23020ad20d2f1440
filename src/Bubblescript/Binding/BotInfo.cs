using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>The fields of the variable <c>bot</c>: of the data file <c>bot.yml</c> or <c>bot.json</c>, else defaults (language reference, section 4.1).</summary>
internal static class BotInfo
{
    private const string DefaultLocale = "en";

    private static readonly string[] Paths = ["bot.yml", "bot.yaml", "bot.json"];

    public static MapValue Read(BotSources sources, ConstantTable constants)
    {
        ConstantSymbol? symbol = constants.FindOwn("bot");
        MapValue? file = symbol is not null && Paths.Contains(symbol.DataFile, StringComparer.Ordinal) ? symbol.Cell.Value.AsMap() : null;
        MapValue given = file ?? MapValue.Empty;
        string locale = given["locale"].AsString() is { Length: > 0 } written ? written : DefaultLocale;
        MapValue fields = MapValue.From(
            ("id", sources.Id),
            ("title", given["title"].IsNil ? sources.Id : given["title"]),
            ("purpose", given["purpose"]),
            ("privacy_url", given["privacy_url"]),
            ("profile_picture", given["profile_picture"]),
            ("locale", locale),
            ("extra_locales", given["extra_locales"].AsList() ?? ListValue.Empty));
        return given.Where(entry => !fields.ContainsKey(entry.Key)).Aggregate(fields, static (map, entry) => map.Set(entry.Key, entry.Value));
    }
}
