using NodaTime;

namespace Bubblescript.Matching.Entities;

/// <summary>Which of the possible times of day an expression means.</summary>
internal static class TimeDay
{
    private const int EarliestMorningHour = 8;
    private const int HalfDay = 12;

    /// <summary>Which half of the day is meant on a given date: what the part of the day says, else the waking hours.</summary>
    public static ClockReading Disambiguate(ClockReading clock, ClockReading? part)
    {
        if (!clock.IsAmbiguous)
        {
            return clock;
        }

        int hour = clock.Time.Hour % HalfDay;
        bool isLater = part is { } known ? known.Time.Hour >= HalfDay : hour < EarliestMorningHour;
        return clock with { Time = new LocalTime(hour + (isLater ? HalfDay : 0), clock.Time.Minute, clock.Time.Second), IsAmbiguous = false };
    }

    /// <summary>
    /// "tomorrow from 9 to 11", "from 3 pm until 5 pm tomorrow": both times are on the day that is named once. The end is the next time of that name after
    /// the beginning; when only the end is clear, the beginning is the last one before it.
    /// </summary>
    /// <param name="day">The day, when it stands in front; else the end is on it.</param>
    /// <param name="begin">The time at which it begins.</param>
    /// <param name="part">The part of the day, when it is named.</param>
    /// <param name="end">The moment at which it ends, as it was read.</param>
    /// <param name="endClock">The time of that moment, when it has no date of its own.</param>
    public static TimeSpanOrPoint Between(LocalDate? day, ClockReading begin, ClockReading? part, TimePoint end, ClockReading? endClock)
    {
        LocalDateTime close = day is { } named && endClock is { } last ? named.At(last.Time) : end.Local;
        bool isEndClear = endClock is not { IsAmbiguous: true };
        LocalDateTime open = (day ?? close.Date).At(isEndClear || part is not null ? begin.Time : Disambiguate(begin, part: null).Time);
        if (part is not null)
        {
            open = open.Date.At(Disambiguate(begin, part).Time);
        }
        else if (isEndClear && begin.IsAmbiguous && open.PlusHours(HalfDay) < close)
        {
            open = open.PlusHours(HalfDay);
        }

        while (close <= open)
        {
            close = close.PlusHours(isEndClear ? 24 : HalfDay);
        }

        return TimeSpanOrPoint.Between(new TimePoint(open, begin.Grain), end with { Local = close });
    }

    /// <summary>The last such moment in the past, as "since" means it: "since monday", "since 9", "since march".</summary>
    /// <param name="point">The next such moment.</param>
    /// <param name="clock">Its time, when no date was named.</param>
    /// <param name="now">The time at which it is said.</param>
    /// <param name="isWeekday">Whether a day of the week was named.</param>
    public static TimePoint Past(TimePoint point, ClockReading? clock, LocalDateTime now, bool isWeekday)
    {
        LocalDateTime local = point.Local;
        if (local > now)
        {
            local = clock is { } time ? local.PlusHours(time.IsAmbiguous ? -HalfDay : -24)
                : isWeekday ? local.PlusWeeks(-1)
                : point.Grain is TimeGrain.Day or TimeGrain.Month ? local.PlusYears(-1)
                : local;
        }

        return point with { Local = local };
    }
}
