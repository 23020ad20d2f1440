using System.Text;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Maps as the query of a URL: <c>a=1&amp;b=2</c>; entries with nil are left out, lists repeat their key.</summary>
internal static class HttpQuery
{
    public static string Build(MapValue map, LocaleContext locale)
    {
        StringBuilder query = new();
        foreach (KeyValuePair<string, Value> entry in map)
        {
            if (entry.Value.AsList() is { } list)
            {
                foreach (Value item in list)
                {
                    Append(query, entry.Key, item, locale);
                }
            }
            else
            {
                Append(query, entry.Key, entry.Value, locale);
            }
        }

        return query.ToString();
    }

    private static void Append(StringBuilder query, string key, Value value, LocaleContext locale)
    {
        if (value.IsNil)
        {
            return;
        }

        query.Append(query.Length == 0 ? "" : "&").Append(Escape(key)).Append('=').Append(Escape(ValueText.ToText(value, locale)));
    }

    // Half surrogate pairs cannot be encoded; they become the replacement character.
    private static string Escape(string text) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
}
