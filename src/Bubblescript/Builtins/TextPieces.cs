using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Texts taken apart.</summary>
internal static class TextPieces
{
    public static Value Split(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        string text = arguments[0].AsString()!;
        long parts = arguments[2].IsNil ? long.MaxValue : arguments[2].RawInteger;
        if (parts < 1)
        {
            return FunctionContext.Fail($"parts must be at least 1, got {parts}");
        }

        string? pattern = arguments[1].AsString();
        List<Value> pieces = pattern switch
        {
            null => SplitWords(text, parts),
            "" => SplitCharacters(text, parts),
            _ => SplitAt(text, pattern, parts, arguments[3].IsTruthy),
        };
        return Limited(pieces, context);
    }

    public static Value Words(ReadOnlySpan<Value> arguments, FunctionContext context) =>
        Limited(SplitWords(arguments[0].AsString()!, long.MaxValue), context);

    public static Value Lines(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        List<Value> lines = [];
        ReadOnlySpan<char> rest = arguments[0].AsString();
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOfAny('\r', '\n');
            if (end < 0)
            {
                lines.Add(rest.ToString());
                break;
            }

            lines.Add(rest[..end].ToString());
            rest = rest[(end + (rest[end..].StartsWith("\r\n") ? 2 : 1))..];
        }

        return Limited(lines, context);
    }

    private static Value Limited(List<Value> pieces, FunctionContext context) =>
        pieces.Count > context.Limits.ListLength ? LimitErrors.List(context.Limits) : ListValue.From(pieces);

    private static List<Value> SplitWords(string text, long parts)
    {
        List<Value> words = [];
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            int end = words.Count == parts - 1 ? -1 : IndexOfBlank(rest);
            words.Add((end < 0 ? rest : rest[..end]).ToString());
            rest = end < 0 ? default : rest[end..].TrimStart();
        }

        return words;
    }

    private static int IndexOfBlank(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static List<Value> SplitCharacters(string text, long parts)
    {
        int count = (int)Math.Min(parts, Graphemes.Count(text));
        int end = parts > count ? text.Length : Graphemes.PositionOf(text, count - 1);
        List<Value> characters = [.. Graphemes.Split(text[..end]).Select(Value.From)];
        if (end < text.Length)
        {
            characters.Add(text[end..]);
        }

        return characters;
    }

    private static List<Value> SplitAt(string text, string pattern, long parts, bool isTrimmed)
    {
        List<Value> pieces = [];
        int start = 0;
        while (true)
        {
            int end = text.IndexOf(pattern, start, StringComparison.Ordinal);
            if (isTrimmed && end == start)
            {
                start += pattern.Length;
                continue;
            }

            if (end < 0 || pieces.Count == parts - 1)
            {
                if (!isTrimmed || start < text.Length)
                {
                    pieces.Add(text[start..]);
                }

                return pieces;
            }

            pieces.Add(text[start..end]);
            start = end + pattern.Length;
        }
    }
}
