using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Parts of lists and texts.</summary>
internal static class ListParts
{
    public static Value Reverse(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        if (!TryRead(arguments[0], context, out ListValue items, out string? text, out Value error))
        {
            return error;
        }

        if (text is not null)
        {
            string[] characters = Graphemes.Split(text);
            Array.Reverse(characters);
            return string.Concat(characters);
        }

        Value[] reversed = items.AsSpan().ToArray();
        Array.Reverse(reversed);
        return ListValue.Own(reversed);
    }

    public static Value Slice(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        if (!TryRead(arguments[0], context, out ListValue items, out string? text, out Value error))
        {
            return error;
        }

        int length = text is null ? items.Count : Graphemes.Count(text);
        Int128 start = arguments[1].RawInteger;
        start = start < 0 ? start + length : start;
        Int128 end = arguments[2].IsNil ? length : start + arguments[2].RawInteger;
        int from = (int)Int128.Clamp(start, 0, length);
        int to = Math.Max(from, (int)Int128.Clamp(end, 0, length));
        return text is null
            ? ListValue.From(items.AsSpan()[from..to])
            : text[Graphemes.PositionOf(text, from)..Graphemes.PositionOf(text, to)];
    }

    public static Value Take(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        ListValue list = arguments[0].AsList()!;
        int split = SplitAt(list, arguments[1].RawInteger);
        return ListValue.From(arguments[1].RawInteger < 0 ? list.AsSpan()[split..] : list.AsSpan()[..split]);
    }

    public static Value Drop(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        ListValue list = arguments[0].AsList()!;
        int split = SplitAt(list, arguments[1].RawInteger);
        return ListValue.From(arguments[1].RawInteger < 0 ? list.AsSpan()[..split] : list.AsSpan()[split..]);
    }

    public static Value Insert(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        ListValue list = arguments[0].AsList()!;
        if (list.Count >= context.Limits.ListLength)
        {
            return LimitErrors.List(context.Limits);
        }

        int index = SplitAt(list, arguments[1].RawInteger);
        return index == list.Count
            ? list.Append(arguments[2])
            : ListValue.Own([.. list.AsSpan()[..index], arguments[2], .. list.AsSpan()[index..]]);
    }

    public static Value Delete(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value container = Operand.Of(arguments[0]);
        if (container.IsNil)
        {
            return default;
        }

        if (container.AsMap() is { } map)
        {
            return map.Remove(ValueText.ToText(arguments[1], context.Locale));
        }

        if (!Iteration.TryGetItems(container, context.Limits, out ListValue list, out Value error))
        {
            return error.IsNil ? Failures.WrongType(1, "list or map", arguments[0]) : error;
        }

        if (PathStep.Index(arguments[1]) is not { Kind: PathStepKind.Position, Position: var position })
        {
            return Failures.WrongType(2, "integer", arguments[1]);
        }

        long index = position < 0 ? position + list.Count : position;
        return index >= 0 && index < list.Count ? list.RemoveAt((int)index) : list;
    }

    public static Value Chunk(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        long size = arguments[1].RawInteger;
        return size < 1
            ? FunctionContext.Fail($"the size of the pieces must be at least 1, got {size}")
            : ListValue.From(arguments[0].AsList()!.Chunk((int)Math.Min(size, int.MaxValue)).Select(static piece => Value.From(ListValue.Own(piece))));
    }

    private static int SplitAt(ListValue list, long position) =>
        (int)(position < 0 ? Math.Max(0, position + list.Count) : Math.Min(position, list.Count));

    private static bool TryRead(Value value, FunctionContext context, out ListValue items, out string? text, out Value error)
    {
        Value source = TranslatableValue.Resolve(Operand.Of(value), context.Locale);
        items = ListValue.Empty;
        error = default;
        text = source.AsText();
        if (text is not null || source.IsNil || Iteration.TryGetItems(source, context.Limits, out items, out error))
        {
            return true;
        }

        error = error.IsNil ? Failures.WrongType(1, "list or text", value) : error;
        return false;
    }
}
