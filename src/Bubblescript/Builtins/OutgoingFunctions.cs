using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Builtins that hand something to the host (chat messages, section 1: annotations).</summary>
internal static class OutgoingFunctions
{
    public static Value Mail(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        if (string.IsNullOrWhiteSpace(arguments[0].AsString()))
        {
            return FunctionContext.Fail("a mail needs an address to send it to");
        }

        MapValue payload = MapValue.From(("to", arguments[0]), ("subject", arguments[1]), ("body", arguments[2]));
        return Annotate("mail", arguments[1].AsString()!, arguments[3].AsMap()!.Merge(payload), context);
    }

    public static Value Sms(ReadOnlySpan<Value> arguments, FunctionContext context) =>
        string.IsNullOrWhiteSpace(arguments[0].AsString())
            ? FunctionContext.Fail("a text message needs a number to send it to")
            : Annotate("sms_notify", arguments[1].AsString()!, MapValue.From(("to", arguments[0]), ("text", arguments[1])), context);

    public static Value Annotate(string type, string message, MapValue payload, FunctionContext context)
    {
        Value normal = ValueNormalizer.Normalize(payload, context.Locale, context.Limits);
        if (normal.IsSignal)
        {
            return normal;
        }

        context.Annotate(type, message, normal.AsMap()!);
        return true;
    }
}
