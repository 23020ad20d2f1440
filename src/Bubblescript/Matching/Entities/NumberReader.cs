using System.Globalization;

namespace Bubblescript.Matching.Entities;

/// <summary>Reads numbers in digits and in English words; recognisers of quantities build on it.</summary>
internal static class NumberReader
{
    private const int LargestDigits = 24;

    private static readonly string[] UnitsAfterDigits =
        ("k x kg kgs g gr mg km kms m cm cms mm mi ft in yd yds lb lbs oz l ml cl hl gal pt qt tsp tbsp c f am pm h hr hrs min mins s sec secs d w wk wks yr yrs " +
        "eur usd gbp euro euros gb mb kb tb").Split(' ');

    /// <summary>All numbers of a text, from left to right.</summary>
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
                position = SkipPast(text, position);
            }
        }
    }

    /// <summary>Reads the number that starts exactly at a position.</summary>
    public static bool TryReadAt(string text, int position, out NumberReading reading)
    {
        reading = default;
        char first = text[position];
        bool isNumeric = char.IsAsciiDigit(first) || (first is '-' or '+' or '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]))
            || (first is '-' or '+' && position + 2 < text.Length && text[position + 1] == '.' && char.IsAsciiDigit(text[position + 2]));
        return isNumeric ? TryReadDigits(text, position, out reading) : char.IsAsciiLetter(first) && NumberWordReader.TryRead(text, position, out reading);
    }

    /// <summary>Whether a word could begin at a position: no word character stands in front.</summary>
    public static bool IsWordStart(string text, int position) => position == 0 || !Tokenizer.IsWordCharacter(text[position - 1]);

    /// <summary>Whether a word could end at a position.</summary>
    public static bool IsWordEnd(string text, int position) => position >= text.Length || !Tokenizer.IsWordCharacter(text[position]);

    public static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\u00A0')
        {
            position++;
        }

        return position;
    }

    private static int SkipPast(string text, int position)
    {
        if (!char.IsAsciiLetterOrDigit(text[position]))
        {
            return position + 1;
        }

        while (position < text.Length && char.IsLetterOrDigit(text[position]))
        {
            position++;
        }

        return position;
    }

    private static bool TryReadDigits(string text, int start, out NumberReading reading)
    {
        reading = default;
        if (!CanStartDigits(text, start))
        {
            return false;
        }

        int end = ScanDigits(text, start);
        if (end - start > LargestDigits || !CanEndDigits(text, end))
        {
            return false;
        }

        string digits = text[start..end].Replace(",", string.Empty, StringComparison.Ordinal);
        decimal number = decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        NumberReading plain = new(start, end, number, IsSpelledOut: false);
        reading = ApplyScale(text, plain);
        reading = reading == plain ? AddHalf(text, plain) : reading;
        return true;
    }

    /// <summary>The end of sign, digits in groups of three or not, and decimals.</summary>
    private static int ScanDigits(string text, int start)
    {
        int position = text[start] is '-' or '+' ? start + 1 : start;
        int digits = position;
        position = SkipDigits(text, position);
        if (position - digits <= 3 && position > digits)
        {
            while (position - start <= LargestDigits && position + 3 < text.Length && text[position] == ',' && SkipDigits(text, position + 1) == position + 4)
            {
                position += 4;
            }
        }

        bool hasDecimals = position + 1 < text.Length && text[position] == '.' && char.IsAsciiDigit(text[position + 1]);
        return hasDecimals ? SkipDigits(text, position + 1) : position;
    }

    private static int SkipDigits(string text, int position)
    {
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return position;
    }

    /// <summary>Not inside a word, and not a later part of a date, a time or a version such as 10/12, 10:30 or 1.2.3.</summary>
    private static bool CanStartDigits(string text, int start)
    {
        if (start == 0)
        {
            return true;
        }

        char before = text[start - 1];
        bool followsDigit = start > 1 && char.IsAsciiDigit(text[start - 2]);
        return !char.IsLetterOrDigit(before) && before is not ('_' or '@') && !(followsDigit && before is '/' or ':' or '.' or '-' && start > 1 && char.IsLetterOrDigit(text[start - 2]));
    }

    private static bool CanEndDigits(string text, int end)
    {
        if (end == text.Length)
        {
            return true;
        }

        char after = text[end];
        bool precedesDigit = end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);
        if ((precedesDigit && after is '/' or ':' or '.') || after is '@' or '_')
        {
            return false;
        }

        if (!char.IsLetter(after))
        {
            return true;
        }

        int wordEnd = end;
        while (wordEnd < text.Length && char.IsLetterOrDigit(text[wordEnd]))
        {
            wordEnd++;
        }

        return Array.Exists(UnitsAfterDigits, unit => text.AsSpan(end, wordEnd - end).Equals(unit, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"5 and a half".</summary>
    private static NumberReading AddHalf(string text, in NumberReading reading)
    {
        const string Half = " and a half";
        int end = reading.End + Half.Length;
        return decimal.IsInteger(reading.Number) && text.AsSpan(reading.End).StartsWith(Half, StringComparison.OrdinalIgnoreCase) && IsWordEnd(text, end)
            ? reading with { End = end, Number = reading.Number + (reading.Number < 0 ? -0.5m : 0.5m) }
            : reading;
    }

    /// <summary>"3 million", "2 dozen", "5k".</summary>
    private static NumberReading ApplyScale(string text, in NumberReading reading)
    {
        int end = reading.End;
        if (end < text.Length && text[end] is 'k' or 'K' && IsWordEnd(text, end + 1))
        {
            return reading with { End = end + 1, Number = reading.Number * 1000 };
        }

        int word = SkipBlanks(text, end);
        return word > end && NumberWordReader.TryReadScale(text, word, out int scaleEnd, out decimal scale) && Math.Abs(reading.Number) < 1_000_000_000_000m
            ? reading with { End = scaleEnd, Number = reading.Number * scale }
            : reading;
    }
}
