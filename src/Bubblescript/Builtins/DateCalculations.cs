using Bubblescript.Values;
using NodaTime;

namespace Bubblescript.Builtins;

/// <summary>Calculations with dates.</summary>
internal static class DateCalculations
{
    private const long LongestUnits = 1_000_000_000_000_000;
    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_214_400;

    private static readonly LocalTime LastTime = new(23, 59, 59);

    private static readonly LocalDate First = new(1, 1, 1);
    private static readonly LocalDate Last = new(9999, 12, 31);

    public static Value Difference(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value error = DateArguments.ReadUnit(arguments[2], out DateUnit unit);
        if (!error.IsNil)
        {
            return error;
        }

        IsoDate a = DateArguments.Date(arguments[0]);
        IsoDate b = DateArguments.Date(arguments[1]);
        DateTimeZone zone = DateArguments.DefaultZone(context);
        if (unit is DateUnit.Years or DateUnit.Months)
        {
            long months = MonthsBetween(InOffsetOf(a, b, zone), InOffsetOf(b, b, zone));
            return unit == DateUnit.Years ? months / 12 : months;
        }

        if (!a.HasTime && !b.HasTime && unit is DateUnit.Weeks or DateUnit.Days)
        {
            long days = Period.DaysBetween(b.Local.Date, a.Local.Date);
            return unit == DateUnit.Weeks ? days / 7 : days;
        }

        NodaTime.Duration difference = a.ToInstant(zone) - b.ToInstant(zone);
        return (long)(difference.ToInt128Nanoseconds() / NanosecondsOf(unit));
    }

    public static Value Add(ReadOnlySpan<Value> arguments, int sign, FunctionContext context)
    {
        Value error = DateArguments.ReadUnit(arguments[2], out DateUnit unit);
        if (!error.IsNil)
        {
            return error;
        }

        long count = arguments[1].RawInteger;
        if (Math.Abs((double)count) > LongestUnits)
        {
            return OutOfRange();
        }

        IsoDate date = DateArguments.Date(arguments[0]);
        return unit <= DateUnit.Days ? AddCalendar(date, sign * count, unit, context) : AddTime(date, sign * count, unit, context);
    }

    public static Value InZone(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value error = DateArguments.ReadZone(arguments[1], context, out DateTimeZone zone);
        return error.IsNil ? Text(IsoDate.At(DateArguments.Date(arguments[0]).ToInstant(DateArguments.DefaultZone(context)), zone)) : error;
    }

    public static Value Bound(ReadOnlySpan<Value> arguments, bool isEnd, FunctionContext context)
    {
        Value error = DateArguments.ReadUnit(arguments[1], out DateUnit unit);
        if (!error.IsNil)
        {
            return error;
        }

        IsoDate date = DateArguments.Date(arguments[0]);
        LocalDateTime start = StartOf(date.Local, unit);
        LocalDateTime bound = isEnd ? EndOf(start, unit) : start;
        if (!date.HasTime && unit <= DateUnit.Days)
        {
            return Text(new IsoDate(bound.Date.AtMidnight(), HasTime: false, Offset: null));
        }

        return date.Offset is null
            ? Text(DateArguments.WithOffset(new IsoDate(bound, HasTime: true, Offset: null), context))
            : Text(new IsoDate(bound, HasTime: true, date.Offset));
    }

    public static Value ToUnix(ReadOnlySpan<Value> arguments, FunctionContext context) =>
        DateArguments.Date(arguments[0]).ToInstant(DateArguments.DefaultZone(context)).ToUnixTimeSeconds();

    public static Value FromUnix(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value error = DateArguments.ReadZone(arguments[1], context, out DateTimeZone zone);
        if (!error.IsNil)
        {
            return error;
        }

        double seconds = arguments[0].AsDouble()!.Value;
        if (seconds is < FirstSecond or > LastSecond)
        {
            return OutOfRange();
        }

        long milliseconds = (long)Math.Round(seconds * 1000);
        return Text(IsoDate.At(Instant.FromUnixTimeMilliseconds(milliseconds), zone));
    }

    public static Value Compare(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        DateTimeZone zone = DateArguments.DefaultZone(context);
        return Math.Sign(DateArguments.Date(arguments[0]).ToInstant(zone).CompareTo(DateArguments.Date(arguments[1]).ToInstant(zone)));
    }

    public static Value IsBetween(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        DateTimeZone zone = DateArguments.DefaultZone(context);
        Instant date = DateArguments.Date(arguments[0]).ToInstant(zone);
        return date >= DateArguments.Date(arguments[1]).ToInstant(zone) && date <= DateArguments.Date(arguments[2]).ToInstant(zone);
    }

    private static Value Text(IsoDate date) =>
        date.Local.Date < First || date.Local.Date > Last ? OutOfRange() : date.ToString();

    private static Value OutOfRange() => FunctionContext.Fail("the result is not between the years 1 and 9999");

    /// <summary>The local time of a date in the offset of another, so that calendar units are counted on one clock.</summary>
    private static LocalDateTime InOffsetOf(IsoDate date, IsoDate other, DateTimeZone zone)
    {
        if (date.Offset is null && other.Offset is null)
        {
            return date.Local;
        }

        Offset offset = other.Offset ?? zone.GetUtcOffset(other.ToInstant(zone));
        return IsoDate.At(date.ToInstant(zone), offset).Local;
    }

    private static long MonthsBetween(LocalDateTime a, LocalDateTime b) => Period.Between(b, a, PeriodUnits.Months).Months;

    private static long NanosecondsOf(DateUnit unit) => unit switch
    {
        DateUnit.Weeks => NodaConstants.NanosecondsPerWeek,
        DateUnit.Days => NodaConstants.NanosecondsPerDay,
        DateUnit.Hours => NodaConstants.NanosecondsPerHour,
        DateUnit.Minutes => NodaConstants.NanosecondsPerMinute,
        DateUnit.Seconds => NodaConstants.NanosecondsPerSecond,
        _ => NodaConstants.NanosecondsPerMillisecond,
    };

    /// <summary>Days and longer units move on the calendar: the time of day stays, also over a change of clocks.</summary>
    private static Value AddCalendar(IsoDate date, long count, DateUnit unit, FunctionContext context)
    {
        long months = unit switch
        {
            DateUnit.Years => count * 12,
            DateUnit.Months => count,
            _ => 0,
        };
        long days = unit switch
        {
            DateUnit.Weeks => count * 7,
            DateUnit.Days => count,
            _ => 0,
        };
        long month = (date.Local.Year * 12) + date.Local.Month - 1 + months;
        long day = Period.DaysBetween(First, date.Local.Date) + days;
        if (month < 12 || month > (12 * 9999) + 11 || day < 0 || day > Period.DaysBetween(First, Last))
        {
            return OutOfRange();
        }

        LocalDateTime moved = date.Local.PlusMonths((int)months).PlusDays((int)days);
        if (!date.HasTime)
        {
            return Text(new IsoDate(moved, HasTime: false, Offset: null));
        }

        return Text(DateArguments.WithOffset(new IsoDate(moved, HasTime: true, date.Offset), context));
    }

    private static Value AddTime(IsoDate date, long count, DateUnit unit, FunctionContext context)
    {
        DateTimeZone zone = DateArguments.DefaultZone(context);
        Instant from = date.ToInstant(zone);
        Int128 milliseconds = (Int128)count * (NanosecondsOf(unit) / NodaConstants.NanosecondsPerMillisecond);
        Int128 seconds = from.ToUnixTimeSeconds() + (milliseconds / 1000);
        if (seconds < FirstSecond || seconds > LastSecond)
        {
            return OutOfRange();
        }

        Instant instant = from.Plus(NodaTime.Duration.FromMilliseconds((long)milliseconds));
        return Text(date.Offset is { } offset ? IsoDate.At(instant, offset) : IsoDate.At(instant, zone));
    }

    private static LocalDateTime StartOf(LocalDateTime local, DateUnit unit) => unit switch
    {
        DateUnit.Years => new LocalDate(local.Year, 1, 1).AtMidnight(),
        DateUnit.Months => new LocalDate(local.Year, local.Month, 1).AtMidnight(),
        DateUnit.Weeks => local.Date.PlusDays(1 - (int)local.DayOfWeek).AtMidnight(),
        DateUnit.Days => local.Date.AtMidnight(),
        DateUnit.Hours => local.Date + new LocalTime(local.Hour, 0),
        DateUnit.Minutes => local.Date + new LocalTime(local.Hour, local.Minute),
        DateUnit.Seconds => local.Date + new LocalTime(local.Hour, local.Minute, local.Second),
        _ => local.Date + new LocalTime(local.Hour, local.Minute, local.Second, local.Millisecond),
    };

    /// <summary>The last second of the unit.</summary>
    private static LocalDateTime EndOf(LocalDateTime start, DateUnit unit)
    {
        LocalDate date = start.Date;
        return unit switch
        {
            DateUnit.Years => new LocalDate(date.Year, 12, 31) + LastTime,
            DateUnit.Months => new LocalDate(date.Year, date.Month, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month)) + LastTime,
            DateUnit.Weeks => date > Last.PlusDays(-6) ? Last + LastTime : date.PlusDays(6) + LastTime,
            DateUnit.Days => date + LastTime,
            DateUnit.Hours => date + new LocalTime(start.Hour, 59, 59),
            DateUnit.Minutes => date + new LocalTime(start.Hour, start.Minute, 59),
            _ => start,
        };
    }
}
