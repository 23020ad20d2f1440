using System.Security.Cryptography;
using System.Text;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Builtins on groups and links (execution model, section 6.5).</summary>
internal static class GroupFunctions
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";
    private const int NameLength = 10;

    public static Value Spawn(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value variables = ValueNormalizer.Normalize(arguments[1].IsNil ? MapValue.Empty : arguments[1], context.Locale, context.Limits);
        if (variables.IsSignal)
        {
            return variables;
        }

        string? name = arguments[0].AsString() is { Length: > 0 } given ? given : null;
        return context.SpawnGroup(name is null || name.StartsWith('~') ? name : "~" + name, variables.AsMap()!);
    }

    public static Value Name(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        ReadOnlySpan<Value> ids = arguments.Length == 1 && Operand.Of(arguments[0]).AsList() is { } list ? list.AsSpan() : arguments;
        List<string> texts = [];
        foreach (Value id in ids)
        {
            texts.Add(ValueText.ToText(id, context.Locale, context.Limits.TextLength));
        }

        texts.Sort(StringComparer.Ordinal);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', texts)));
        return "~" + EncodeBase32(hash);
    }

    public static Value ChatLink(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        StringBuilder link = new(context.ChatBaseAddress);
        link.Append("/chat/").Append(Uri.EscapeDataString(context.BotId)).Append("?channel=").Append(Uri.EscapeDataString(arguments[0].AsString()!));
        if (arguments[1].AsString() is { } group)
        {
            link.Append("&g=").Append(Uri.EscapeDataString(group));
        }

        Value query = UrlText.BuildQuery([arguments[2]], context);
        if (query.AsString() is not { } rest)
        {
            return query;
        }

        return UrlText.Limited((rest.Length == 0 ? link : link.Append('&').Append(rest)).ToString(), context);
    }

    private static string EncodeBase32(ReadOnlySpan<byte> bytes)
    {
        Span<char> digits = stackalloc char[NameLength];
        for (int i = 0; i < digits.Length; i++)
        {
            int bit = i * 5;
            int pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
            digits[i] = Base32[(pair >> (11 - (bit % 8))) & 31];
        }

        return digits.ToString();
    }
}
