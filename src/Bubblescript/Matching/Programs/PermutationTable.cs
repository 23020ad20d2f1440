namespace Bubblescript.Matching.Programs;

/// <summary>
/// For a permutation whose parts are single tokens: with which sets of taken parts, at which positions, the pattern can still match. A set is a bit of a
/// word vector, so that all sets of one position are found together. Filled from the end of the sentence towards its beginning, as far as is asked for.
/// </summary>
internal sealed class PermutationTable
{
    private const int LargestGap = 5;

    private readonly int[] _masks;
    private readonly int _parts;
    private readonly int _words;
    private readonly ulong[] _behind;
    private readonly ulong[] _before;

    /// <summary>Makes an empty table.</summary>
    /// <param name="masks">For each position the set of parts that the token there can be.</param>
    /// <param name="parts">The number of parts.</param>
    public PermutationTable(int[] masks, int parts)
    {
        _masks = masks;
        _parts = parts;
        _words = Math.Max(1, (1 << parts) >> 6);
        _behind = new ulong[masks.Length * _words];
        _before = new ulong[masks.Length * _words];
        NextBefore = masks.Length - 1;
        NextBehind = masks.Length - 1;
    }

    /// <summary>The next position of <see cref="FillBefore"/>, which needs what is behind the position after it.</summary>
    public int NextBefore { get; private set; }

    /// <summary>The next position of <see cref="FillBehind"/>, which needs what is before it and before the positions after it.</summary>
    public int NextBehind { get; private set; }

    /// <summary>Whether the pattern can match when the first part begins exactly at a position for which <see cref="FillBefore"/> is done.</summary>
    public bool CanBegin(int position) => (_before[position * _words] & 1) != 0;

    /// <summary>Whether the pattern can match when these parts are taken and end at a position for which <see cref="FillBehind"/> is done.</summary>
    public bool CanGoOn(int position, int taken) => (_behind[(position * _words) + (taken >> 6)] & (1UL << (taken & 63))) != 0;

    /// <summary>Finds from which sets a part that begins at the next position leads to a match.</summary>
    public void FillBefore()
    {
        int position = NextBefore--;
        if (position + 1 == _masks.Length)
        {
            return;
        }

        Span<ulong> before = _before.AsSpan(position * _words, _words);
        ReadOnlySpan<ulong> behind = _behind.AsSpan((position + 1) * _words, _words);
        for (int part = 0; part < _parts; part++)
        {
            if ((_masks[position] & (1 << part)) != 0)
            {
                AddWithout(part, behind, before);
            }
        }
    }

    /// <summary>Finds with which sets taken in front of the next position the pattern can match.</summary>
    /// <param name="canExit">Whether it can match behind the complete permutation there.</param>
    public void FillBehind(bool canExit)
    {
        int first = NextBehind--;
        Span<ulong> behind = _behind.AsSpan(first * _words, _words);
        for (int position = first; position <= Math.Min(first + LargestGap, _masks.Length - 1); position++)
        {
            ReadOnlySpan<ulong> before = _before.AsSpan(position * _words, _words);
            for (int word = 0; word < behind.Length; word++)
            {
                behind[word] |= before[word];
            }
        }

        int complete = (1 << _parts) - 1;
        behind[complete >> 6] |= canExit ? 1UL << (complete & 63) : 0;
    }

    /// <summary>Adds all sets that lack a part and that with it are in the source.</summary>
    private static void AddWithout(int part, ReadOnlySpan<ulong> source, Span<ulong> target)
    {
        const int PartsOfWord = 6;
        if (part < PartsOfWord)
        {
            ulong with = part switch
            {
                0 => 0xAAAA_AAAA_AAAA_AAAA,
                1 => 0xCCCC_CCCC_CCCC_CCCC,
                2 => 0xF0F0_F0F0_F0F0_F0F0,
                3 => 0xFF00_FF00_FF00_FF00,
                4 => 0xFFFF_0000_FFFF_0000,
                _ => 0xFFFF_FFFF_0000_0000,
            };
            for (int word = 0; word < source.Length; word++)
            {
                target[word] |= (source[word] & with) >> (1 << part);
            }

            return;
        }

        int distance = 1 << (part - PartsOfWord);
        for (int word = 0; word < source.Length; word++)
        {
            if ((word & distance) != 0)
            {
                target[word - distance] |= source[word];
            }
        }
    }
}
