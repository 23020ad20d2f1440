namespace Bubblescript.Matching.Programs;

/// <summary>
/// Notes which states were visited: pairs of a row and a context, and a position. Bounded, because nested counted loops can have more states than there
/// is time for; a search that exceeds the bound gives up.
/// </summary>
internal sealed class PagedMemo(int rows, int words)
{
    private const int LargestSize = 4_000_000;
    private const int LargestVisits = 1_000_000;

    private ulong[]?[] _pages = new ulong[]?[Math.Max(rows, 16)];
    private long _size;
    private int _visits;

    /// <summary>Whether the bound was exceeded.</summary>
    public bool IsExhausted => _size > LargestSize || _visits > LargestVisits;

    /// <summary>Notes a visit; false when it is not the first.</summary>
    public bool TryVisit(int row, int context, int position)
    {
        int number = (context * rows) + row;
        if (number >= _pages.Length)
        {
            _size += number;
            if (IsExhausted)
            {
                return false;
            }

            Array.Resize(ref _pages, number * 2);
        }

        ulong[]? page = _pages[number];
        if (page is null)
        {
            _size += words;
            _pages[number] = page = new ulong[words];
        }

        ulong bit = 1UL << (position & 63);
        ref ulong word = ref page[position >> 6];
        bool isFirst = (word & bit) == 0;
        word |= bit;
        _visits++;
        return isFirst && !IsExhausted;
    }

    /// <summary>The visits of a row and context as bits; empty when there are none.</summary>
    public ReadOnlySpan<ulong> Page(int row, int context)
    {
        int number = (context * rows) + row;
        return number < _pages.Length ? _pages[number] : [];
    }

    /// <summary>Whether a visit was noted.</summary>
    public bool Contains(int row, int context, int position)
    {
        ReadOnlySpan<ulong> page = Page(row, context);
        return !page.IsEmpty && (page[position >> 6] & (1UL << (position & 63))) != 0;
    }
}
