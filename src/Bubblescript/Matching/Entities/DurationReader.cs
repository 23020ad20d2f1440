using System.Collections.Frozen;

namespace Bubblescript.Matching.Entities;

/// <summary>Reads durations of one or more parts: "2 hours and 30 minutes", "1h30m", "an hour and a half".</summary>
internal static class DurationReader
{
    private const int MonthsOfYear = 12;
    private const decimal LargestAmount = 1_000_000_000_000_000m;

    private static readonly UnitTable Units = new(
        ("second", 1, "second,seconds,sec,secs,s"),
        ("minute", 60, "minute,minutes,min,mins,m"),
        ("hour", 3600, "hour,hours,hr,hrs,h"),
        ("day", 86_400, "day,days,d"),
        ("week", 604_800, "week,weeks,wk,wks,w"),
        ("month", 2_592_000, "month,months"),
        ("year", 31_536_000, "year,years,yr,yrs"));

    private static readonly FrozenDictionary<string, (string Unit, int Count, decimal Worth)> FinerUnits =
        new Dictionary<string, (string Unit, int Count, decimal Worth)>(StringComparer.Ordinal)
        {
            ["year"] = ("month", MonthsOfYear, 2_592_000),
            ["month"] = ("day", 30, 86_400),
            ["week"] = ("day", 7, 86_400),
            ["day"] = ("hour", 24, 3600),
            ["hour"] = ("minute", 60, 60),
            ["minute"] = ("second", 60, 1),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads the duration that starts exactly at a position.</summary>
    public static bool TryRead(string text, int position, out DurationReading reading)
    {
        reading = default;
        if (!TryReadPart(text, position, allowsCompact: false, out DurationReading first))
        {
            return false;
        }

        reading = AddHalf(text, first);
        while (TryReadNext(text, reading.End, out DurationReading next) && next.Worth < reading.Worth)
        {
            reading = next with { Amount = Convert(reading, next) + next.Amount };
        }

        reading = MakeWhole(reading);
        return true;
    }

    private static decimal Convert(in DurationReading reading, in DurationReading next) =>
        (reading.Unit, next.Unit) is ("year", "month") ? reading.Amount * MonthsOfYear : reading.Seconds / next.Worth;

    /// <summary>A part of a unit is told in the next finer one: half an hour is 30 minutes.</summary>
    private static DurationReading MakeWhole(DurationReading reading)
    {
        while (!decimal.IsInteger(reading.Amount) && FinerUnits.TryGetValue(reading.Unit, out (string Unit, int Count, decimal Worth) finer))
        {
            reading = reading with { Unit = finer.Unit, Amount = decimal.Round(reading.Amount * finer.Count, 6), Worth = finer.Worth };
        }

        return reading;
    }

    private static bool TryReadNext(string text, int position, out DurationReading part)
    {
        int start = NumberReader.SkipBlanks(text, position);
        bool isCompact = start == position;
        if (start < text.Length && text[start] == ',')
        {
            start = NumberReader.SkipBlanks(text, start + 1);
        }

        if (text.AsSpan(start).StartsWith("and ", StringComparison.OrdinalIgnoreCase))
        {
            start = NumberReader.SkipBlanks(text, start + 4);
        }

        part = default;
        return start < text.Length && TryReadPart(text, start, isCompact, out part);
    }

    private static bool TryReadPart(string text, int position, bool allowsCompact, out DurationReading part)
    {
        part = default;
        bool isCompact = IsCompact(text, position, out int digitsEnd);
        NumberReading amount;
        if (isCompact && (allowsCompact || position == 0 || !char.IsLetterOrDigit(text[position - 1])))
        {
            amount = new NumberReading(position, digitsEnd, decimal.Parse(text.AsSpan(position, digitsEnd - position), System.Globalization.CultureInfo.InvariantCulture), false);
        }
        else if (!AmountReader.TryReadAt(text, position, out amount))
        {
            return false;
        }

        if (Math.Abs(amount.Number) > LargestAmount || !TryReadUnit(text, amount.End, isCompact, out UnitSpelling unit, out int end))
        {
            return false;
        }

        part = new DurationReading(end, amount.Number, unit.Unit, unit.Worth);
        return true;
    }

    /// <summary>"1h" in "1h30m": digits, one letter of a unit, more digits.</summary>
    private static bool IsCompact(string text, int position, out int digitsEnd)
    {
        digitsEnd = position;
        while (digitsEnd < text.Length && digitsEnd - position < 9 && char.IsAsciiDigit(text[digitsEnd]))
        {
            digitsEnd++;
        }

        return digitsEnd > position && digitsEnd < text.Length && text[digitsEnd] is 'w' or 'd' or 'h' or 'm' or 's';
    }

    private static bool TryReadUnit(string text, int position, bool isCompact, out UnitSpelling unit, out int end)
    {
        if (isCompact && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]) && Units.TryRead(text[position..(position + 1)], 0, out unit, out _))
        {
            end = position + 1;
            return true;
        }

        return Units.TryRead(text, position, out unit, out end);
    }

    /// <summary>"an hour and a half".</summary>
    private static DurationReading AddHalf(string text, in DurationReading reading)
    {
        const string Half = " and a half";
        bool hasHalf = text.AsSpan(reading.End).StartsWith(Half, StringComparison.OrdinalIgnoreCase) && NumberReader.IsWordEnd(text, reading.End + Half.Length);
        return hasHalf ? reading with { End = reading.End + Half.Length, Amount = reading.Amount + 0.5m } : reading;
    }
}
