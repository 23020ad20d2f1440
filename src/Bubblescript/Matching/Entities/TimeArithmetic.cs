using NodaTime;

namespace Bubblescript.Matching.Entities;

/// <summary>Calculations with grains.</summary>
internal static class TimeArithmetic
{
    private static readonly decimal[] SecondsOfGrain = [1, 60, 3600, 86_400, 604_800, 2_592_000, 31_536_000];

    /// <summary>The beginning of the second, minute … or year that holds a time.</summary>
    public static LocalDateTime Truncate(LocalDateTime time, TimeGrain grain) => grain switch
    {
        TimeGrain.Second => time.Date.At(new LocalTime(time.Hour, time.Minute, time.Second)),
        TimeGrain.Minute => time.Date.At(new LocalTime(time.Hour, time.Minute)),
        TimeGrain.Hour => time.Date.At(new LocalTime(time.Hour, 0)),
        TimeGrain.Day => time.Date.AtMidnight(),
        TimeGrain.Week => time.Date.PlusDays(1 - (int)time.DayOfWeek).AtMidnight(),
        TimeGrain.Month => new LocalDate(time.Year, time.Month, 1).AtMidnight(),
        _ => new LocalDate(time.Year, 1, 1).AtMidnight(),
    };

    public static LocalDateTime Add(LocalDateTime time, TimeGrain grain, decimal amount)
    {
        decimal whole = decimal.Truncate(amount);
        int count = (int)whole;
        LocalDateTime moved = grain switch
        {
            TimeGrain.Second => time.PlusSeconds(count),
            TimeGrain.Minute => time.PlusMinutes(count),
            TimeGrain.Hour => time.PlusHours(count),
            TimeGrain.Day => time.PlusDays(count),
            TimeGrain.Week => time.PlusWeeks(count),
            TimeGrain.Month => time.PlusMonths(Math.Clamp(count, -24_000, 24_000)),
            _ => time.PlusYears(Math.Clamp(count, -2000, 2000)),
        };
        return moved.PlusSeconds((long)((amount - whole) * SecondsOfGrain[(int)grain]));
    }

    /// <summary>How precise a distance from now is: one step finer than its unit.</summary>
    public static TimeGrain Finer(TimeGrain grain) => grain switch
    {
        TimeGrain.Year => TimeGrain.Month,
        TimeGrain.Month or TimeGrain.Week => TimeGrain.Day,
        TimeGrain.Day => TimeGrain.Hour,
        TimeGrain.Hour => TimeGrain.Minute,
        _ => TimeGrain.Second,
    };

    /// <summary>The next moment at which the clock shows a time.</summary>
    public static LocalDateTime Next(LocalDateTime now, in ClockReading clock)
    {
        LocalDateTime best = now.Date.PlusDays(1).At(clock.Time);
        ReadOnlySpan<int> shifts = clock.IsAmbiguous ? [0, 12] : [0];
        foreach (int shift in shifts)
        {
            LocalDateTime candidate = now.Date.At(clock.Time.PlusHours(shift));
            best = candidate > now && candidate < best ? candidate : best;
        }

        return best;
    }
}
