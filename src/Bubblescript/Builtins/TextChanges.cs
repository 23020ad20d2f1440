using System.Globalization;
using System.Text;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Texts changed and asked.</summary>
internal static class TextChanges
{
    public static Value Replace(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        string text = arguments[0].AsString()!;
        string from = arguments[1].AsString()!;
        string to = arguments[2].AsString()!;
        if (from.Length == 0)
        {
            return text;
        }

        long length = text.Length;
        for (int i = text.IndexOf(from, StringComparison.Ordinal); i >= 0; i = text.IndexOf(from, i + from.Length, StringComparison.Ordinal))
        {
            length += to.Length - from.Length;
        }

        return length > context.Limits.TextLength ? LimitErrors.Text(context.Limits) : text.Replace(from, to, StringComparison.Ordinal);
    }

    public static Value Capitalize(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        string text = arguments[0].AsString()!;
        int length = text.Length == 0 ? 0 : StringInfo.GetNextTextElementLength(text);
        return string.Concat(text[..length].ToUpperInvariant(), text[length..]);
    }

    public static Value Trim(ReadOnlySpan<Value> arguments, bool atStart, bool atEnd)
    {
        string text = arguments[0].AsString()!;
        if (arguments[1].AsString() is not { } characters)
        {
            return atStart && atEnd ? text.Trim() : atStart ? text.TrimStart() : text.TrimEnd();
        }

        HashSet<string> trimmed = new(Graphemes.Split(characters), StringComparer.Ordinal);
        string[] elements = Graphemes.Split(text);
        int first = 0;
        int last = elements.Length;
        while (atStart && first < last && trimmed.Contains(elements[first]))
        {
            first++;
        }

        while (atEnd && last > first && trimmed.Contains(elements[last - 1]))
        {
            last--;
        }

        return string.Concat(elements[first..last]);
    }

    public static Value Pad(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        string text = arguments[0].AsString()!;
        string side = arguments[3].AsString()!;
        if (side is not ("left" or "right"))
        {
            return FunctionContext.Fail($"side must be :left or :right, got {ValueDescription.Describe(arguments[3])}");
        }

        string[] fill = Graphemes.Split(arguments[2].AsString()!);
        long missing = arguments[1].RawInteger - Graphemes.Count(text);
        if (missing <= 0 || fill.Length == 0)
        {
            return text;
        }

        if (missing > context.Limits.TextLength)
        {
            return LimitErrors.Text(context.Limits);
        }

        StringBuilder padding = new();
        for (int i = 0; i < missing && padding.Length <= context.Limits.TextLength; i++)
        {
            padding.Append(fill[i % fill.Length]);
        }

        if (padding.Length + text.Length > context.Limits.TextLength)
        {
            return LimitErrors.Text(context.Limits);
        }

        return string.Equals(side, "left", StringComparison.Ordinal) ? padding + text : text + padding;
    }

    public static Value Repeat(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        string text = arguments[0].AsString()!;
        long times = arguments[1].RawInteger;
        if (times < 0)
        {
            return FunctionContext.Fail($"n must not be negative, got {times}");
        }

        if (text.Length == 0)
        {
            return text;
        }

        return (Int128)text.Length * times > context.Limits.TextLength
            ? LimitErrors.Text(context.Limits)
            : new StringBuilder().Insert(0, text, (int)times).ToString();
    }

    public static Value Contains(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value container = Operand.Of(arguments[0]);
        return container.Kind is ValueKind.Nil or ValueKind.String or ValueKind.Atom or ValueKind.List or ValueKind.Range
            ? Membership.Contains(arguments[1], container.AsAtom() is { } name ? name : container, context.Matcher, context.Locale)
            : Failures.WrongType(1, "text or list", arguments[0]);
    }
}
