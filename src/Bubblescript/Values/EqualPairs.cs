using System.Runtime.CompilerServices;

namespace Bubblescript.Values;

/// <summary>
/// The pairs of lists and maps that a long comparison has found equal. Values that share their parts would otherwise take exponential time.
/// </summary>
internal struct EqualPairs
{
    private const int LongComparison = 1000;

    private int _count;
    private HashSet<(object Left, object Right)>? _equal;

    /// <summary>Whether the pair is the same object twice or known to be equal. Counts the comparison.</summary>
    public bool Contains(object left, object right)
    {
        if (_equal is not null)
        {
            return ReferenceEquals(left, right) || _equal.Contains((left, right));
        }

        if (++_count > LongComparison)
        {
            _equal = new HashSet<(object, object)>(PairComparer.Instance);
        }

        return false;
    }

    public readonly void Add(object left, object right) => _equal?.Add((left, right));

    private sealed class PairComparer : IEqualityComparer<(object Left, object Right)>
    {
        public static readonly PairComparer Instance = new();

        public bool Equals((object Left, object Right) x, (object Left, object Right) y) =>
            ReferenceEquals(x.Left, y.Left) && ReferenceEquals(x.Right, y.Right);

        public int GetHashCode((object Left, object Right) obj) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Left), RuntimeHelpers.GetHashCode(obj.Right));
    }
}
