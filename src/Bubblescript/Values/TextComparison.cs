namespace Bubblescript.Values;

/// <summary>The order of strings by code points (language reference, section 3.6); UTF-16 order puts characters beyond U+FFFF before some others.</summary>
internal static class TextComparison
{
    public static int Compare(string left, string right)
    {
        int length = Math.Min(left.Length, right.Length);
        int position = left.AsSpan(0, length).CommonPrefixLength(right.AsSpan(0, length));
        if (position == length)
        {
            return left.Length.CompareTo(right.Length);
        }

        return Weight(left[position]).CompareTo(Weight(right[position]));
    }

    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
