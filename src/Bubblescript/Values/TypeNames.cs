namespace Bubblescript.Values;

/// <summary>The names of the types of values, as <c>type_of</c> and error messages give them.</summary>
internal static class TypeNames
{
    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.Nil => "nil",
        ValueKind.Boolean => "boolean",
        ValueKind.Integer => "integer",
        ValueKind.Float => "float",
        ValueKind.String => "string",
        ValueKind.Atom => "atom",
        ValueKind.List => "list",
        ValueKind.Map => "map",
        ValueKind.Range => "range",
        ValueKind.Record => Of(value.AsRecord()!.RecordKind),
        _ => "error",
    };

    private static string Of(RecordKind kind) => kind switch
    {
        RecordKind.Message => "message",
        RecordKind.Entity => "entity",
        RecordKind.Intent => "intent",
        RecordKind.EntityMatcher => "entity_matcher",
        RecordKind.Attachment => "attachment",
        RecordKind.Location => "location",
        RecordKind.Event => "event",
        RecordKind.Sentence => "sentence",
        RecordKind.Token => "token",
        RecordKind.Error => "error",
        RecordKind.Element => "element",
        RecordKind.Widget => "widget",
        _ => "record",
    };
}
