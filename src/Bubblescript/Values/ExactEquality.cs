using System.Runtime.CompilerServices;

namespace Bubblescript.Values;

/// <summary>Equality of type and content, for storage and tests.</summary>
internal static class ExactEquality
{
    public static bool AreEqual(Value left, Value right)
    {
        ValueKind kind = left.Kind;
        if (kind != right.Kind)
        {
            return false;
        }

        return kind switch
        {
            ValueKind.Nil => true,
            ValueKind.Boolean or ValueKind.Integer or ValueKind.Float => left.RawInteger == right.RawInteger,
            ValueKind.String => string.Equals(left.AsString(), right.AsString(), StringComparison.Ordinal),
            ValueKind.Atom => string.Equals(left.AsAtom(), right.AsAtom(), StringComparison.Ordinal),
            ValueKind.List => AreEqual(left.AsList()!, right.AsList()!),
            ValueKind.Map => AreEqual(left.AsMap()!, right.AsMap()!),
            ValueKind.Range => left.AsRange()!.First == right.AsRange()!.First && left.AsRange()!.Last == right.AsRange()!.Last,
            ValueKind.Record => left.AsRecord()!.RecordKind == right.AsRecord()!.RecordKind
                && AreEqual(left.AsRecord()!.Fields, right.AsRecord()!.Fields),
            _ => ReferenceEquals(left.Reference, right.Reference),
        };
    }

    public static int GetHashCode(Value value) => value.Kind switch
    {
        ValueKind.Nil => 0,
        ValueKind.Boolean or ValueKind.Integer or ValueKind.Float => HashCode.Combine(value.Kind, value.RawInteger),
        ValueKind.String => value.AsString()!.GetHashCode(StringComparison.Ordinal),
        ValueKind.Atom => HashCode.Combine(ValueKind.Atom, value.AsAtom()!.GetHashCode(StringComparison.Ordinal)),
        ValueKind.List => HashCode.Combine(ValueKind.List, value.AsList()!.Count),
        ValueKind.Map => HashCode.Combine(ValueKind.Map, value.AsMap()!.Count),
        ValueKind.Range => HashCode.Combine(value.AsRange()!.First, value.AsRange()!.Last),
        ValueKind.Record => HashCode.Combine(value.AsRecord()!.RecordKind, value.AsRecord()!.Fields.Count),
        _ => 0,
    };

    private static bool AreEqual(ListValue left, ListValue right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        // Values that are nested too deeply to be compared count as different: a script must not be able to exhaust the stack.
        if (left.Count != right.Count || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (!AreEqual(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqual(MapValue left, MapValue right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        ReadOnlySpan<KeyValuePair<string, Value>> first = left.AsSpan();
        ReadOnlySpan<KeyValuePair<string, Value>> second = right.AsSpan();
        if (first.Length != second.Length || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        for (int i = 0; i < first.Length; i++)
        {
            if (!string.Equals(first[i].Key, second[i].Key, StringComparison.Ordinal) || !AreEqual(first[i].Value, second[i].Value))
            {
                return false;
            }
        }

        return true;
    }
}
