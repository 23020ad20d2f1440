using System.Globalization;

namespace Bubblescript.Matching.Entities;

/// <summary>A text cut into letters, digits and other characters, and a place in it from which words are read.</summary>
internal sealed class TimeWords
{
    private readonly List<TimeWord> _words = [];

    public TimeWords(string text)
    {
        Text = text;
        int position = 0;
        while (position < text.Length)
        {
            int start = position;
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            Func<char, bool>? belongs = char.IsLetter(text[position]) ? char.IsLetter : char.IsAsciiDigit(text[position]) ? char.IsAsciiDigit : null;
            position++;
            while (belongs is not null && position < text.Length && belongs(text[position]))
            {
                position++;
            }

            _words.Add(new TimeWord(text[start..position].ToLowerInvariant(), start, position));
        }
    }

    public string Text { get; }

    public int Count => _words.Count;

    /// <summary>The number of the word that is read next.</summary>
    public int Next { get; set; }

    public TimeWord this[int index] => _words[index];

    /// <summary>Where the last word that was read ends.</summary>
    public int End => _words[Next - 1].End;

    /// <summary>The text of a word, counted from the next one; empty outside the text.</summary>
    public string Peek(int ahead = 0) => Next + ahead >= 0 && Next + ahead < _words.Count ? _words[Next + ahead].Text : string.Empty;

    /// <summary>Reads the words when exactly they follow.</summary>
    public bool TryRead(params ReadOnlySpan<string> expected)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (Peek(i) != expected[i])
            {
                return false;
            }
        }

        Next += expected.Length;
        return true;
    }

    /// <summary>Whether the next word follows the one before it without blank.</summary>
    public bool IsAttached(int ahead = 0) => Next + ahead > 0 && Next + ahead < Count && _words[Next + ahead].Start == _words[Next + ahead - 1].End;

    /// <summary>Whether there is no word besides this one: the rest is punctuation.</summary>
    public bool IsAlone(int index)
    {
        for (int i = 0; i < _words.Count; i++)
        {
            if (i != index && (_words[i].IsLetters || _words[i].IsNumber))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads digits between two limits.</summary>
    public bool TryReadDigits(int fewest, int most, int lowest, int highest, out int number)
    {
        string word = Peek();
        number = 0;
        bool fits = word.Length >= fewest && word.Length <= most && char.IsAsciiDigit(word[0])
            && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= lowest && number <= highest;
        Next += fits ? 1 : 0;
        return fits;
    }

    /// <summary>Reads a number in digits or words, of which no digit or letter stands directly in front.</summary>
    public bool TryReadAmount(out decimal amount)
    {
        amount = 0;
        if (Next >= Count || !AmountReader.TryReadAt(Text, _words[Next].Start, out NumberReading reading))
        {
            return false;
        }

        amount = reading.Number;
        while (Next < Count && _words[Next].Start < reading.End)
        {
            Next++;
        }

        return true;
    }
}
