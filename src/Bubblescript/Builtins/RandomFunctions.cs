using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Builtins that use the random sequence of the conversation.</summary>
internal static class RandomFunctions
{
    public static Value Random(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value source = Operand.Of(arguments[0]);
        if (source.IsNil)
        {
            return default;
        }

        if (source.IsInteger)
        {
            return source.RawInteger > 0
                ? context.NextRandom(source.RawInteger)
                : FunctionContext.Fail($"the number must be greater than 0, got {ValueText.ToText(source)}");
        }

        if (!Iteration.TryGetCount(source, out long count))
        {
            return Failures.WrongType(1, "list, range or integer", arguments[0]);
        }

        return count == 0 ? default : Iteration.ItemAt(source, context.NextRandom(count));
    }

    public static Value Shuffle(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value[] items = arguments[0].AsList()!.AsSpan().ToArray();
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = (int)context.NextRandom(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }

        return ListValue.Own(items);
    }

    public static Value Uuid(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Span<byte> bytes = stackalloc byte[16];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)context.NextRandom(256);
        }

        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
