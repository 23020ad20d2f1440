namespace Bubblescript.Values;

/// <summary>Fields of a record that are found in the others when they are asked for, and are never saved. It is the companion of such records.</summary>
internal interface IDerivedFields
{
    /// <summary>The value of a field that the record does not hold, or nil.</summary>
    Value Read(RecordValue record, string field);
}
