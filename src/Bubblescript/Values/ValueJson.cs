using System.Text;
using System.Text.Json;

namespace Bubblescript.Values;

/// <summary>
/// Values as JSON and back. Integers and floats stay apart (<c>1</c> and <c>1.0</c>), nil is <c>null</c> in lists and left out of maps, atoms and records
/// become what they stand for (see <see cref="ValueNormalizer"/>).
/// </summary>
internal static class ValueJson
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int DeepestInput = 256;

    private const int LongestOutput = 64 * 1024 * 1024;

    /// <summary>Compact JSON. With a locale, translatable values are resolved.</summary>
    public static string ToJson(Value value, LocaleContext? locale = null)
    {
        BoundedText text = new(LongestOutput);
        Write(text, value, locale);
        return text.ToString();
    }

    /// <summary>JSON as a string value, or an error signal when it is longer than the limit or the value is nested too deeply.</summary>
    public static Value Build(Value value, LocaleContext locale, ExecutionLimits limits, bool indented = false)
    {
        BoundedText text = new(limits.TextLength);
        new ValueJsonWriter(text, locale, indented).Write(value);
        if (text.IsTooDeep)
        {
            return new RuntimeError("a value is nested too deeply to be written as JSON", isLimit: true).ToValue();
        }

        return text.IsFull ? LimitErrors.Text(limits) : text.ToString();
    }

    /// <summary>Writes compact JSON.</summary>
    public static void Write(BoundedText target, Value value, LocaleContext? locale = null) =>
        new ValueJsonWriter(target, locale, isIndented: false).Write(value);

    /// <summary>Reads JSON; an error signal that says what is wrong and where when it is none.</summary>
    public static Value Parse(string text, ExecutionLimits? limits = null)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DeepestInput });
            return FromElement(document.RootElement, limits);
        }
        catch (JsonException exception)
        {
            return new RuntimeError($"the text is no valid JSON (line {exception.LineNumber + 1}, character {CharacterOf(text, exception) + 1})").ToValue();
        }
        catch (ArgumentException)
        {
            // Lone surrogates in the text itself cannot be encoded.
            return new RuntimeError("the text is no valid JSON: it has half of a surrogate pair").ToValue();
        }
    }

    /// <summary>The value of a JSON element; an error signal for numbers that are too large, lists over the limit and half surrogate pairs.</summary>
    public static Value FromElement(JsonElement element, ExecutionLimits? limits = null)
    {
        limits ??= ExecutionLimits.Default;
        return element.ValueKind switch
        {
            JsonValueKind.Object => FromObject(element, limits),
            JsonValueKind.Array => FromArray(element, limits),
            JsonValueKind.String => FromText(element),
            JsonValueKind.Number => FromNumber(element),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => default,
        };
    }

    /// <summary>The value as a JSON element, with the rules of <see cref="ToJson"/>.</summary>
    public static JsonElement ToElement(Value value, LocaleContext? locale = null)
    {
        using JsonDocument document = JsonDocument.Parse(ToJson(value, locale), new JsonDocumentOptions { MaxDepth = int.MaxValue });
        return document.RootElement.Clone();
    }

    /// <summary>The reader counts bytes.</summary>
    private static int CharacterOf(string text, JsonException exception)
    {
        byte[] line = Encoding.UTF8.GetBytes(text.Split('\n')[(int)(exception.LineNumber ?? 0)]);
        return Encoding.UTF8.GetCharCount(line, 0, (int)Math.Min(exception.BytePositionInLine ?? 0, line.Length));
    }

    private static Value FromObject(JsonElement element, ExecutionLimits limits)
    {
        if (element.GetPropertyCount() > limits.ListLength)
        {
            return LimitErrors.List(limits);
        }

        List<KeyValuePair<string, Value>> entries = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            Value value = FromElement(property.Value, limits);
            if (value.IsSignal)
            {
                return value;
            }

            if (!TryGetName(property, out string name))
            {
                return HalfPair();
            }

            entries.Add(KeyValuePair.Create(name, value));
        }

        return MapValue.From(entries);
    }

    private static Value FromArray(JsonElement element, ExecutionLimits limits)
    {
        int count = element.GetArrayLength();
        if (count > limits.ListLength)
        {
            return LimitErrors.List(limits);
        }

        Value[] items = new Value[count];
        int index = 0;
        foreach (JsonElement member in element.EnumerateArray())
        {
            Value item = FromElement(member, limits);
            if (item.IsSignal)
            {
                return item;
            }

            items[index++] = item;
        }

        return ListValue.Own(items);
    }

    private static Value FromText(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // The framework's way to say that an escape makes half of a surrogate pair.
            return HalfPair();
        }
    }

    private static bool TryGetName(JsonProperty property, out string name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            // The framework's way to say that an escape makes half of a surrogate pair.
            name = string.Empty;
            return false;
        }
    }

    private static Value FromNumber(JsonElement element)
    {
        string text = element.GetRawText();
        if (element.TryGetInt64(out long integer) && text.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
        {
            return integer;
        }

        return element.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : new RuntimeError($"the number {text[..Math.Min(text.Length, 40)]} is too large").ToValue();
    }

    private static Value HalfPair() => new RuntimeError("the text is no valid JSON: an escape makes half of a surrogate pair").ToValue();
}
