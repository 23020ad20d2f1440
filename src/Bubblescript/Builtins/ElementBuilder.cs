using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Makes elements whose <c>payload</c> is what is sent (chat messages, sections 1 and 5).</summary>
internal static class ElementBuilder
{
    private static readonly string[] MediaFields = ["caption", "class", "alt", "preview_image", "quick_replies", "size"];

    public static Value Media(string kind, ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        if (string.IsNullOrWhiteSpace(arguments[0].AsString()))
        {
            return FunctionContext.Fail("the url is missing");
        }

        List<KeyValuePair<string, Value>> fields = [KeyValuePair.Create("kind", Value.From(kind)), KeyValuePair.Create("url", arguments[0])];
        for (int i = 0; i < MediaFields.Length; i++)
        {
            fields.Add(KeyValuePair.Create(MediaFields[i], arguments[i + 1]));
        }

        return Make("media", MapValue.From(fields), context);
    }

    public static Value Location(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        GeoLocation.TryRead(arguments[0], out double latitude, out double longitude);
        Value zoom = Operand.Of(arguments[1]);
        if (!zoom.IsNil && zoom is not { IsInteger: true, RawInteger: >= 1 and <= 20 })
        {
            return FunctionContext.Fail($"zoom must be an integer from 1 to 20, got {ValueDescription.Describe(zoom)}");
        }

        Value kind = arguments[2];
        if (!kind.IsNil && ValueText.ToText(kind) is not ("roadmap" or "satellite" or "terrain" or "hybrid"))
        {
            return FunctionContext.Fail($"maptype must be roadmap, satellite, terrain or hybrid, got {ValueDescription.Describe(kind)}");
        }

        MapValue place = MapValue.From(("lat", latitude), ("lon", longitude), ("zoom", zoom), ("maptype", kind));
        return Make("location", place.Set("class", arguments[3]).Set("quick_replies", arguments[4]), context);
    }

    public static Value Contact(ReadOnlySpan<Value> arguments, FunctionContext context) =>
        arguments[0].AsMap()!.Count == 0 ? FunctionContext.Fail("the fields of the contact are missing") : Make("contact", arguments[0].AsMap()!, context);

    public static Value Template(ReadOnlySpan<Value> arguments, FunctionContext context) =>
        MakeTemplate(arguments[0].AsString()!, arguments[1].AsMap()!, context);

    public static Value MakeTemplate(string type, MapValue fields, FunctionContext context)
    {
        string name = type switch
        {
            "button" => "buttons",
            "generic" or "carousel" => "gallery",
            _ => type,
        };
        if (string.IsNullOrWhiteSpace(name))
        {
            return FunctionContext.Fail("the type of the template is missing");
        }

        string? problem = FindProblem(name, fields);
        return problem is null
            ? Make("template", MapValue.From(("template_type", name)).Merge(fields.Remove("template_type")), context)
            : FunctionContext.Fail(problem);
    }

    private static string? FindProblem(string type, MapValue fields) => type switch
    {
        "buttons" => Missing(type, fields, "text") ?? MissingList(type, fields, "buttons"),
        "card" => Missing(type, fields, "card"),
        "gallery" or "list" => MissingList(type, fields, "elements"),
        "text" => fields["template_id"].IsNil ? Missing(type, fields, "text") : null,
        "input_method" => Missing(type, fields, "input_method"),
        _ => null,
    };

    private static string? Missing(string type, MapValue fields, string field) =>
        fields[field].IsNil || Operand.Of(fields[field]).AsMap() is { Count: 0 } ? $"a template of type {type} needs {field}" : null;

    private static string? MissingList(string type, MapValue fields, string field)
    {
        Value value = Operand.Of(fields[field]);
        return value.IsNil || value.AsList() is { Count: 0 }
            ? $"a template of type {type} needs {field}"
            : value.Kind != ValueKind.List ? $"{field} of a template of type {type} must be list, got {ValueDescription.Describe(value)}" : null;
    }

    private static Value Make(string type, MapValue payload, FunctionContext context)
    {
        Value plain = ValueNormalizer.NormalizeForLater(payload, context.Limits);
        return plain.IsSignal ? plain : new RecordValue(RecordKind.Element, MapValue.From(("type", type), ("payload", plain)));
    }
}
