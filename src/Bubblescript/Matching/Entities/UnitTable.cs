using System.Collections.Frozen;

namespace Bubblescript.Matching.Entities;

/// <summary>The spellings of units and what one of them is worth in the unit that the value is given in.</summary>
internal sealed class UnitTable
{
    private const int LongestSpelling = 3;

    private readonly FrozenDictionary<string, UnitSpelling> _spellings;

    /// <summary>Makes a table; each row is a unit, what it is worth, and its spellings separated by commas.</summary>
    public UnitTable(params ReadOnlySpan<(string Unit, decimal Worth, string Spellings)> rows)
    {
        Dictionary<string, UnitSpelling> spellings = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string unit, decimal worth, string words) in rows)
        {
            foreach (string word in words.Split(','))
            {
                spellings[word] = new UnitSpelling(unit, worth);
            }
        }

        _spellings = spellings.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads a unit of up to three words that starts at a position, after blanks or a hyphen; the longest one counts.</summary>
    public bool TryRead(string text, int position, out UnitSpelling unit, out int end)
    {
        int start = NumberReader.SkipBlanks(text, position);
        start += start == position && start < text.Length && text[start] == '-' ? 1 : 0;
        (unit, end) = (default, position);
        int wordEnd = start;
        for (int words = 0; words < LongestSpelling && wordEnd < text.Length; words++)
        {
            int wordStart = words == 0 ? start : NumberReader.SkipBlanks(text, wordEnd);
            wordEnd = SkipUnitCharacters(text, wordStart);
            if (wordEnd == wordStart)
            {
                break;
            }

            bool isKnown = _spellings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(start, wordEnd - start), out UnitSpelling found);
            if (isKnown && NumberReader.IsWordEnd(text, wordEnd))
            {
                (unit, end) = (found, wordEnd);
            }
        }

        return end > position;
    }

    /// <summary>Reads a unit that takes exactly the text between two places.</summary>
    public bool TryReadExactly(string text, int start, int end, out UnitSpelling unit) =>
        _spellings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(start, end - start), out unit);

    private static int SkipUnitCharacters(string text, int position)
    {
        while (position < text.Length && (char.IsLetter(text[position]) || text[position] is '°' or 'º' or '²' or '³'))
        {
            position++;
        }

        return position;
    }
}
