using System.Globalization;
using Bubblescript.Values;
using NodaTime;

namespace Bubblescript.Builtins;

/// <summary>Writes a date by directives (builtin functions, section 6).</summary>
internal sealed class DateFormat(IsoDate date, DateTimeZone zone, string locale)
{
    private readonly IsoDate _zoned = date.Offset is null ? IsoDate.At(date.ToInstant(zone), zone) : date;

    private LocalDateTime Local => date.Local;

    /// <summary>The text, or the error of a directive that does not exist.</summary>
    public Value Write(string format, ExecutionLimits limits)
    {
        BoundedText text = new(limits.TextLength);
        int position = 0;
        while (position < format.Length && !text.IsFull)
        {
            int brace = format.IndexOf('{', position);
            if (brace < 0)
            {
                break;
            }

            text.Append(format.AsSpan(position, brace - position));
            if (brace + 1 < format.Length && format[brace + 1] == '{')
            {
                text.Append('{');
                position = brace + 2;
                continue;
            }

            int end = format.IndexOf('}', brace);
            string directive = end < 0 ? format[(brace + 1)..] : format[(brace + 1)..end];
            if (end < 0 || Resolve(directive) is not { } value)
            {
                return DatePattern.WrongDirective(directive, isClosed: end >= 0);
            }

            text.Append(value);
            position = end + 1;
        }

        text.Append(format.AsSpan(Math.Min(position, format.Length)));
        return text.IsFull ? LimitErrors.Text(limits) : text.ToString();
    }

    private static string Pad(int number, int digits = 2) => number.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Plain(int number) => NumberText.Format(number);

    private string? Resolve(string directive) => directive switch
    {
        "YYYY" => Pad(Local.Year, 4),
        "YY" => Pad(Local.Year % 100),
        "M" => Plain(Local.Month),
        "0M" => Pad(Local.Month),
        "Mshort" => DateNames.Of(locale).ShortMonths[Local.Month - 1],
        "Mfull" => DateNames.Of(locale).Months[Local.Month - 1],
        "D" => Plain(Local.Day),
        "0D" => Pad(Local.Day),
        "WDshort" => DateNames.Of(locale).ShortDays[(int)Local.DayOfWeek - 1],
        "WDfull" => DateNames.Of(locale).Days[(int)Local.DayOfWeek - 1],
        "WDmon" => Plain((int)Local.DayOfWeek),
        "Wiso" => Pad(NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(Local.Date)),
        _ => ResolveTime(directive),
    };

    private string? ResolveTime(string directive) => directive switch
    {
        "h24" => Plain(Local.Hour),
        "0h24" => Pad(Local.Hour),
        "h12" => Plain(HourOf12),
        "0h12" => Pad(HourOf12),
        "m" or "0m" => Pad(Local.Minute),
        "s" => Plain(Local.Second),
        "0s" => Pad(Local.Second),
        "ss" => Fraction,
        "am" => Local.Hour < 12 ? "am" : "pm",
        "AM" => Local.Hour < 12 ? "AM" : "PM",
        "Z" => OffsetText(string.Empty),
        "Z:" => OffsetText(":"),
        "Zname" => ZoneName,
        "ISO:Extended" => date.HasTime ? _zoned.ToString() : date.ToString(),
        "ISOdate" => (date with { HasTime = false }).ToString(),
        "ISOtime" => Local.TimeOfDay.ToString("HH':'mm':'ss;FFFFFFFFF", CultureInfo.InvariantCulture),
        "RFC1123" => Rfc1123,
        _ => null,
    };

    private int HourOf12 => Local.Hour % 12 == 0 ? 12 : Local.Hour % 12;

    /// <summary>The fraction of the second with its point, empty when it is zero.</summary>
    private string Fraction => Local.TimeOfDay.ToString(";FFFFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>The name of the zone when the date has the zone's offset, else what can be said of the offset.</summary>
    private string ZoneName
    {
        get
        {
            Offset offset = _zoned.Offset ?? Offset.Zero;
            if (zone.GetUtcOffset(_zoned.ToInstant(zone)) == offset)
            {
                return zone.Id;
            }

            return offset == Offset.Zero ? "UTC" : OffsetText(":");
        }
    }

    private string Rfc1123
    {
        get
        {
            DateNames names = DateNames.Of("en");
            string day = $"{names.ShortDays[(int)Local.DayOfWeek - 1]}, {Pad(Local.Day)} {names.ShortMonths[Local.Month - 1]} {Pad(Local.Year, 4)}";
            return $"{day} {Pad(Local.Hour)}:{Pad(Local.Minute)}:{Pad(Local.Second)} {OffsetText(string.Empty)}";
        }
    }

    private string OffsetText(string separator)
    {
        int seconds = (_zoned.Offset ?? Offset.Zero).Seconds;
        int minutes = Math.Abs(seconds) / 60;
        return (seconds < 0 ? "-" : "+") + Pad(minutes / 60) + separator + Pad(minutes % 60);
    }
}
