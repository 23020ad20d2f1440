using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Texts in URLs.</summary>
internal static class UrlText
{
    public static Value Encode(string text, FunctionContext context) => Limited(Uri.EscapeDataString(text), context);

    public static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    public static Value BuildQuery(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        BoundedText query = new(context.Limits.TextLength);
        foreach (KeyValuePair<string, Value> entry in arguments[0].AsMap()!.AsSpan())
        {
            Value value = Operand.Of(entry.Value);
            foreach (Value item in value.AsList() ?? ListValue.From([value]))
            {
                if (query.IsFull)
                {
                    return LimitErrors.Text(context.Limits);
                }

                AppendPair(query, entry.Key, item, context);
            }
        }

        return query.IsFull ? LimitErrors.Text(context.Limits) : query.ToString();
    }

    public static Value ParseQuery(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        List<KeyValuePair<string, Value>> entries = [];
        foreach (string part in arguments[0].AsString()!.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string key = Decode(equals < 0 ? part : part[..equals]);
            entries.Add(KeyValuePair.Create(key, Value.From(equals < 0 ? string.Empty : Decode(part[(equals + 1)..]))));
        }

        return entries.Count > context.Limits.ListLength ? LimitErrors.List(context.Limits) : MapValue.From(entries);
    }

    /// <summary>The text, or an error when it is longer than the limit.</summary>
    public static Value Limited(string text, FunctionContext context) =>
        text.Length > context.Limits.TextLength ? LimitErrors.Text(context.Limits) : text;

    private static void AppendPair(BoundedText query, string key, Value value, FunctionContext context)
    {
        if (value.IsNil)
        {
            return;
        }

        if (query.Length > 0)
        {
            query.Append('&');
        }

        query.Append(Uri.EscapeDataString(key));
        query.Append('=');
        query.Append(Uri.EscapeDataString(ValueText.ToText(value, context.Locale, context.Limits.TextLength)));
    }
}
