using System.Security.Cryptography;

namespace Bubblescript.Values;

/// <summary>Equality of queries as a comparer for hash tables: numbers by value, atoms as strings, records as their value or text.</summary>
internal sealed class ExactComparer : IEqualityComparer<Value>
{
    public static readonly ExactComparer Instance = new();

    /// <summary>How many nested values a hash tells apart; what lies deeper counts by its size only.</summary>
    private const int HashedValues = 64;

    private const double Beyond = 9223372036854775808;

    /// <summary>Numbers that come from outside cannot be chosen so that all of them have the same hash.</summary>
    private static readonly ulong Multiplier = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    public bool Equals(Value x, Value y) => ValueEquality.AreEqualExactly(x, y);

    public int GetHashCode(Value obj) => Hash(obj, HashedValues);

    private static int Hash(Value value, int nested)
    {
        value = Operand.Of(value);
        return value.Kind switch
        {
            ValueKind.Boolean => value.IsTruthy ? 1 : 2,
            ValueKind.Integer => Hash(value.RawInteger),
            ValueKind.Float => Hash(value.RawFloat),
            ValueKind.String => value.AsString()!.GetHashCode(StringComparison.Ordinal),
            ValueKind.Atom => value.AsAtom()!.GetHashCode(StringComparison.Ordinal),
            ValueKind.List => Hash(value.AsList()!, nested),
            ValueKind.Map => Hash(value.AsMap()!, nested),
            ValueKind.Record => Hash(value.AsRecord()!.Fields, nested),
            ValueKind.Range => value.AsRange() is { Count: > 0 } range ? HashCode.Combine(Hash(range.First), Hash(range.Last)) : 0,
            _ => 0,
        };
    }

    private static int Hash(long number) => (int)(((ulong)number * Multiplier) >> 32);

    private static int Hash(double number) =>
        number >= -Beyond && number < Beyond && Math.Floor(number).Equals(number) ? Hash((long)number) : Hash(BitConverter.DoubleToInt64Bits(number));

    private static int Hash(ListValue list, int nested)
    {
        HashCode hash = default;
        hash.Add(list.Count);
        int share = (nested - 1) / Math.Max(1, list.Count);
        foreach (Value item in nested > 0 ? list.AsSpan() : [])
        {
            hash.Add(Hash(item, share));
        }

        return hash.ToHashCode();
    }

    /// <summary>The order of the keys does not matter.</summary>
    private static int Hash(MapValue map, int nested)
    {
        int sum = map.Count;
        int share = (nested - 1) / Math.Max(1, map.Count);
        foreach (KeyValuePair<string, Value> entry in nested > 0 ? map.AsSpan() : [])
        {
            sum += HashCode.Combine(entry.Key.GetHashCode(StringComparison.Ordinal), Hash(entry.Value, share));
        }

        return sum;
    }
}
