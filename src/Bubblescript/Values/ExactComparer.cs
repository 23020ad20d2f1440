namespace Bubblescript.Values;

/// <summary>Equality of queries as a comparer for hash tables: numbers by value, atoms as strings, records as their value or text.</summary>
internal sealed class ExactComparer : IEqualityComparer<Value>
{
    public static readonly ExactComparer Instance = new();

    private const int HashedItems = 4;
    private const int HashedLevels = 3;
    private const double Beyond = 9223372036854775808;

    public bool Equals(Value x, Value y) => ValueEquality.AreEqualExactly(x, y);

    public int GetHashCode(Value obj) => Hash(obj, HashedLevels);

    private static int Hash(Value value, int levels)
    {
        value = Operand.Of(value);
        return value.Kind switch
        {
            ValueKind.Boolean => value.IsTruthy ? 1 : 2,
            ValueKind.Integer => value.RawInteger.GetHashCode(),
            ValueKind.Float => Hash(value.RawFloat),
            ValueKind.String => value.AsString()!.GetHashCode(StringComparison.Ordinal),
            ValueKind.Atom => value.AsAtom()!.GetHashCode(StringComparison.Ordinal),
            ValueKind.List => Hash(value.AsList()!, levels),
            ValueKind.Map => value.AsMap()!.Count,
            ValueKind.Record => value.AsRecord()!.Fields.Count,
            _ => 0,
        };
    }

    private static int Hash(double number) =>
        number >= -Beyond && number < Beyond && Math.Floor(number).Equals(number) ? ((long)number).GetHashCode() : number.GetHashCode();

    private static int Hash(ListValue list, int levels)
    {
        HashCode hash = default;
        hash.Add(list.Count);
        for (int i = 0; levels > 0 && i < Math.Min(list.Count, HashedItems); i++)
        {
            hash.Add(Hash(list[i], levels - 1));
        }

        return hash.ToHashCode();
    }
}
