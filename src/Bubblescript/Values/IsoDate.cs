using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Bubblescript.Values;

/// <summary>
/// A date as scripts write it: ISO 8601, with or without a time, a time with or without an offset (builtin functions, section 6).
/// </summary>
internal readonly record struct IsoDate(LocalDateTime Local, bool HasTime, Offset? Offset)
{
    private const int LongestText = 40;

    private static readonly LocalDate LastDay = new(9999, 12, 31);
    private static readonly Instant LastMoment = Instant.FromUtc(9999, 12, 31, 0, 0);

    /// <summary>Reads <c>2024-05-01</c>, <c>2024-05-01T13:45</c>, <c>2024-05-01T13:45:00.5+02:00</c> and the like.</summary>
    public static bool TryParse(string source, out IsoDate date)
    {
        date = default;
        ReadOnlySpan<char> text = source.AsSpan().Trim();
        if (text.Length is < 10 or > LongestText
            || !TryReadDate(text[..10], out LocalDate day))
        {
            return false;
        }

        text = text[10..];
        if (text.IsEmpty)
        {
            date = new IsoDate(day.AtMidnight(), HasTime: false, Offset: null);
            return true;
        }

        if (text[0] is not ('T' or 't' or ' ') || !TryReadTime(text[1..], out LocalTime time, out ReadOnlySpan<char> rest) || !TryReadOffset(rest, out Offset? offset))
        {
            return false;
        }

        date = new IsoDate(day.At(time), HasTime: true, offset);
        return true;
    }

    /// <summary>The moment; a date without offset is meant in the zone (when clocks jump, the later of two moments or the moment after the gap).</summary>
    public Instant ToInstant(DateTimeZone zone)
    {
        if (Local.Date >= LastDay && (Offset ?? zone.MinOffset) < NodaTime.Offset.Zero)
        {
            return Instant.MaxValue;
        }

        return Offset is { } offset ? Local.WithOffset(offset).ToInstant() : zone.AtLeniently(Local).ToInstant();
    }

    /// <summary>A moment as a date with the offset; at the end of the year 9999, where the calendar ends, in UTC.</summary>
    public static IsoDate At(Instant instant, Offset offset)
    {
        Offset usable = instant >= LastMoment ? NodaTime.Offset.Zero : offset;
        return new IsoDate(instant.WithOffset(usable).LocalDateTime, HasTime: true, usable);
    }

    /// <summary>A moment as a date with the offset that the zone has then.</summary>
    public static IsoDate At(Instant instant, DateTimeZone zone) => At(instant, zone.GetUtcOffset(instant));

    /// <summary>The date as text: a time with its offset, a fraction only when it is not zero.</summary>
    public override string ToString()
    {
        string text = Local.Date.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);
        if (!HasTime)
        {
            return text;
        }

        text += Local.TimeOfDay.ToString("'T'HH':'mm':'ss;FFFFFFFFF", CultureInfo.InvariantCulture);
        return Offset is { } offset ? text + FormatOffset(offset) : text;
    }

    private static string FormatOffset(Offset offset) =>
        offset == NodaTime.Offset.Zero ? "Z" : OffsetPattern.CreateWithInvariantCulture(offset.Seconds % 60 == 0 ? "+HH:mm" : "+HH:mm:ss").Format(offset);

    private static bool TryReadDate(ReadOnlySpan<char> text, out LocalDate date)
    {
        date = default;
        if (text[4] != '-' || text[7] != '-'
            || !TryReadDigits(text[..4], out int year) || !TryReadDigits(text[5..7], out int month) || !TryReadDigits(text[8..], out int day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        date = new LocalDate(year, month, day);
        return true;
    }

    private static bool TryReadTime(ReadOnlySpan<char> text, out LocalTime time, out ReadOnlySpan<char> rest)
    {
        time = default;
        rest = default;
        if (text.Length < 5 || text[2] != ':' || !TryReadDigits(text[..2], out int hour) || !TryReadDigits(text[3..5], out int minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        rest = text[5..];
        int second = 0;
        long nanoseconds = 0;
        if (!rest.IsEmpty && rest[0] == ':')
        {
            if (rest.Length < 3 || !TryReadDigits(rest[1..3], out second) || second > 59)
            {
                return false;
            }

            rest = rest[3..];
            if (!rest.IsEmpty && rest[0] is '.' or ',' && !TryReadFraction(ref rest, out nanoseconds))
            {
                return false;
            }
        }

        time = new LocalTime(hour, minute, second).PlusNanoseconds(nanoseconds);
        return true;
    }

    private static bool TryReadFraction(ref ReadOnlySpan<char> text, out long nanoseconds)
    {
        text = text[1..];
        int digits = 0;
        nanoseconds = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            if (digits < 9)
            {
                nanoseconds = (nanoseconds * 10) + (text[digits] - '0');
            }

            digits++;
        }

        for (int i = digits; i < 9; i++)
        {
            nanoseconds *= 10;
        }

        text = text[digits..];
        return digits > 0;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out Offset? offset)
    {
        offset = null;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text is "Z" or "z")
        {
            offset = NodaTime.Offset.Zero;
            return true;
        }

        if (text[0] is not ('+' or '-') || text.Length < 3 || !TryReadDigits(text[1..3], out int hours))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[3..];
        int minutes = 0;
        rest = !rest.IsEmpty && rest[0] == ':' ? rest[1..] : rest;
        if ((text.Length != 3 && (rest.Length != 2 || !TryReadDigits(rest, out minutes))) || hours > 18 || minutes > 59 || (hours * 60) + minutes > 18 * 60)
        {
            return false;
        }

        offset = NodaTime.Offset.FromSeconds((text[0] == '-' ? -1 : 1) * ((hours * 3600) + (minutes * 60)));
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (char character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }

            number = (number * 10) + (character - '0');
        }

        return true;
    }
}
