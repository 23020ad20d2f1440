namespace Bubblescript.Values;

/// <summary>Exact comparison of integers with floats: no integer loses digits on the way.</summary>
internal static class NumberComparison
{
    private const double Beyond = 9223372036854775808;

    public static int Compare(Value left, Value right)
    {
        if (left.IsInteger)
        {
            return right.IsInteger ? left.RawInteger.CompareTo(right.RawInteger) : Compare(left.RawInteger, right.RawFloat);
        }

        return right.IsInteger ? -Compare(right.RawInteger, left.RawFloat) : left.RawFloat < right.RawFloat ? -1 : left.RawFloat > right.RawFloat ? 1 : 0;
    }

    public static bool AreEqual(Value left, Value right) => Compare(left, right) == 0;

    private static int Compare(long left, double right)
    {
        if (right >= Beyond)
        {
            return -1;
        }

        if (right < -Beyond)
        {
            return 1;
        }

        double whole = Math.Floor(right);
        int order = left.CompareTo((long)whole);
        return order == 0 && right > whole ? -1 : order;
    }
}
