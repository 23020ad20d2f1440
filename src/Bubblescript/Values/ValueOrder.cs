using System.Runtime.CompilerServices;

namespace Bubblescript.Values;

/// <summary>
/// The order of all values (query language, section 3.1): number, atom (also <c>false nil true</c>), map, list, string. Records count as their value or
/// text, else as maps.
/// </summary>
internal sealed class ValueOrder : IComparer<Value>
{
    public static readonly ValueOrder Instance = new();

    public int Compare(Value x, Value y)
    {
        if (x.IsNumber && y.IsNumber)
        {
            return NumberComparison.Compare(x, y);
        }

        if (x.AsString() is { } left && y.AsString() is { } right)
        {
            return TextComparison.Compare(left, right);
        }

        Walk walk = default;
        return walk.Compare(x, y);
    }

    /// <summary>One comparison.</summary>
    private struct Walk
    {
        private EqualPairs _equal;

        public int Compare(Value left, Value right)
        {
            left = Operand.Of(left);
            right = Operand.Of(right);
            int rank = RankOf(left);
            int order = rank.CompareTo(RankOf(right));
            if (order != 0)
            {
                return order;
            }

            return rank switch
            {
                0 => NumberComparison.Compare(left, right),
                1 => TextComparison.Compare(NameOf(left), NameOf(right)),
                2 => CompareMaps(MapOf(left), MapOf(right)),
                3 => left.Kind == ValueKind.Range && right.Kind == ValueKind.Range
                    ? CompareRanges(left.AsRange()!, right.AsRange()!)
                    : CompareLists(left, right),
                _ => TextComparison.Compare(left.AsString()!, right.AsString()!),
            };
        }

        private static int RankOf(Value value) => value.Kind switch
        {
            ValueKind.Integer or ValueKind.Float => 0,
            ValueKind.Map or ValueKind.Record => 2,
            ValueKind.List or ValueKind.Range => 3,
            ValueKind.String => 4,
            _ => 1,
        };

        private static string NameOf(Value value) => value.IsNil ? "nil" : ValueText.ToText(value);

        private static MapValue MapOf(Value value) => value.AsMap() ?? value.AsRecord()!.Fields;

        private static int CompareRanges(RangeValue left, RangeValue right)
        {
            long common = Math.Min(left.Count, right.Count);
            int order = common == 0 ? 0 : left.First.CompareTo(right.First);
            return order != 0 ? order : left.Count.CompareTo(right.Count);
        }

        private int CompareLists(Value left, Value right)
        {
            if (ReferenceEquals(left.Reference, right.Reference)
                || !RuntimeHelpers.TryEnsureSufficientExecutionStack()
                || _equal.Contains(left.Reference!, right.Reference!))
            {
                return 0;
            }

            Iteration.TryGetCount(left, out long leftCount);
            Iteration.TryGetCount(right, out long rightCount);
            for (long i = 0; i < leftCount && i < rightCount; i++)
            {
                int order = Compare(Iteration.ItemAt(left, i), Iteration.ItemAt(right, i));
                if (order != 0)
                {
                    return order;
                }
            }

            if (leftCount == rightCount)
            {
                _equal.Add(left.Reference!, right.Reference!);
            }

            return leftCount.CompareTo(rightCount);
        }

        private int CompareMaps(MapValue left, MapValue right)
        {
            int order = left.Count.CompareTo(right.Count);
            if (order != 0 || ReferenceEquals(left, right) || !RuntimeHelpers.TryEnsureSufficientExecutionStack() || _equal.Contains(left, right))
            {
                return order;
            }

            string[] leftKeys = SortedKeys(left);
            string[] rightKeys = SortedKeys(right);
            for (int i = 0; i < leftKeys.Length && order == 0; i++)
            {
                order = TextComparison.Compare(leftKeys[i], rightKeys[i]);
            }

            for (int i = 0; i < leftKeys.Length && order == 0; i++)
            {
                order = Compare(left[leftKeys[i]], right[leftKeys[i]]);
            }

            if (order == 0)
            {
                _equal.Add(left, right);
            }

            return order;
        }

        private static string[] SortedKeys(MapValue map)
        {
            string[] keys = [.. map.Keys];
            Array.Sort(keys, TextComparison.Compare);
            return keys;
        }
    }
}
