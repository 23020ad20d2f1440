namespace Bubblescript.Values;

/// <summary>
/// <c>first..last</c>, both inclusive; empty when <see cref="First"/> is greater than <see cref="Last"/> (language reference, section 3.1).
/// </summary>
public sealed class RangeValue(long first, long last) : ValueObject(ValueKind.Range)
{
    /// <summary>The first integer.</summary>
    public long First { get; } = first;

    /// <summary>The last integer.</summary>
    public long Last { get; } = last;

    /// <summary>How many integers the range holds; saturates at <see cref="long.MaxValue"/>.</summary>
    public long Count
    {
        get
        {
            if (First > Last)
            {
                return 0;
            }

            Int128 count = (Int128)Last - First + 1;
            return count > long.MaxValue ? long.MaxValue : (long)count;
        }
    }

    /// <summary>Whether the range holds the integer.</summary>
    public bool Contains(long value) => value >= First && value <= Last;
}
