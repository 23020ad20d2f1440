namespace Bubblescript.Matching.Entities;

/// <summary>Reads numbers in front of units: besides numbers also "a", "an", "half a", "half an", "a couple of", "a few".</summary>
internal static class AmountReader
{
    private static readonly (string Words, decimal Number)[] Articles =
    [
        ("a quarter of an", 0.25m), ("quarter of an", 0.25m), ("half an", 0.5m), ("half a", 0.5m), ("a few", 3), ("an", 1), ("a", 1),
    ];

    /// <summary>All amounts of a text, from left to right. A lone article is one too: whether a unit follows is for the caller to see.</summary>
    public static IEnumerable<NumberReading> ReadAll(string text)
    {
        int position = 0;
        while (position < text.Length)
        {
            if (TryReadAt(text, position, out NumberReading reading))
            {
                yield return reading;
                position = reading.End;
            }
            else
            {
                position++;
            }
        }
    }

    /// <summary>Reads the amount that starts exactly at a position.</summary>
    public static bool TryReadAt(string text, int position, out NumberReading reading) =>
        NumberReader.TryReadAt(text, position, out reading) ? TryReadOf(text, ref reading) : TryReadArticle(text, position, out reading);

    /// <summary>"a couple of", "a dozen of"; always true.</summary>
    private static bool TryReadOf(string text, ref NumberReading reading)
    {
        const string Of = " of";
        bool hasOf = reading.IsSpelledOut && text.AsSpan(reading.End).StartsWith(Of, StringComparison.OrdinalIgnoreCase)
            && NumberReader.IsWordEnd(text, reading.End + Of.Length);
        reading = hasOf ? reading with { End = reading.End + Of.Length } : reading;
        return true;
    }

    private static bool TryReadArticle(string text, int position, out NumberReading reading)
    {
        reading = default;
        if (text[position] is not ('a' or 'A' or 'h' or 'H' or 'q' or 'Q') || !NumberReader.IsWordStart(text, position))
        {
            return false;
        }

        foreach ((string words, decimal number) in Articles)
        {
            int end = position + words.Length;
            if (text.AsSpan(position).StartsWith(words, StringComparison.OrdinalIgnoreCase) && NumberReader.IsWordEnd(text, end))
            {
                reading = new NumberReading(position, end, number, IsSpelledOut: true);
                return true;
            }
        }

        return false;
    }
}
