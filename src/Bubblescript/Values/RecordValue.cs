namespace Bubblescript.Values;

/// <summary>
/// A record of the runtime with named fields. Immutable and safe for use by several threads.
/// </summary>
public sealed class RecordValue : ValueObject
{
    /// <summary>Makes a record.</summary>
    /// <param name="recordKind">What the record describes.</param>
    /// <param name="fields">Its fields, in order.</param>
    public RecordValue(RecordKind recordKind, MapValue fields)
        : this(recordKind, fields, companion: null)
    {
    }

    internal RecordValue(RecordKind recordKind, MapValue fields, object? companion)
        : base(ValueKind.Record)
    {
        RecordKind = recordKind;
        Fields = fields;
        Companion = companion;
    }

    /// <summary>What the record describes.</summary>
    public RecordKind RecordKind { get; }

    /// <summary>The fields, in order.</summary>
    public MapValue Fields { get; }

    /// <summary>What a stage derived from the fields (an analysed utterance, compiled patterns); can always be made again and is never saved.</summary>
    internal object? Companion { get; }

    /// <summary>The value of a field, or nil.</summary>
    public Value this[string field] => Fields[field];

    /// <summary>A copy with a field set.</summary>
    public RecordValue With(string field, Value value) => new(RecordKind, Fields.Set(field, value), Companion);

    /// <summary>A copy with other fields.</summary>
    internal RecordValue WithFields(MapValue fields) => new(RecordKind, fields, Companion);

    /// <summary>A copy with another companion.</summary>
    internal RecordValue WithCompanion(object? companion) => new(RecordKind, Fields, companion);
}
