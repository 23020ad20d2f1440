using System.Collections.Frozen;
using NodaTime;

namespace Bubblescript.Matching.Entities;

/// <summary>English words for days, months, parts of the day and feasts.</summary>
internal static class TimeVocabulary
{
    private static readonly FrozenDictionary<string, IsoDayOfWeek> Days = Number<IsoDayOfWeek>(
        "monday,mon tuesday,tue,tues wednesday,wed thursday,thu,thur,thurs friday,fri saturday,sat sunday,sun", static number => (IsoDayOfWeek)number);

    private static readonly FrozenDictionary<string, int> Months = Number(
        "january,jan february,feb march,mar april,apr may june,jun july,jul august,aug september,sep,sept october,oct november,nov december,dec",
        static number => number);

    private static readonly FrozenDictionary<string, (int From, int To)> Periods = new Dictionary<string, (int From, int To)>(StringComparer.Ordinal)
    {
        ["morning"] = (4, 12),
        ["afternoon"] = (12, 19),
        ["evening"] = (18, 24),
        ["night"] = (18, 24),
        ["lunch"] = (12, 14),
        ["lunchtime"] = (12, 14),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Feasts as the words of their names, with month and day.</summary>
    private static readonly (string[] Words, int Month, int Day)[] FeastTable =
    [
        (["christmas", "eve"], 12, 24), (["christmas", "day"], 12, 25), (["christmas"], 12, 25), (["xmas"], 12, 25),
        (["boxing", "day"], 12, 26), (["new", "year", "'", "s", "eve"], 12, 31), (["new", "years", "eve"], 12, 31),
        (["new", "year", "'", "s", "day"], 1, 1), (["new", "years", "day"], 1, 1), (["halloween"], 10, 31),
        (["valentine", "'", "s", "day"], 2, 14), (["valentines", "day"], 2, 14),
    ];

    /// <summary>Names of days and months that are other words too, and name a time only in a clear place.</summary>
    private static readonly FrozenSet<string> Ambiguous = FrozenSet.Create(StringComparer.Ordinal, "sat", "sun", "may", "march", "mar", "mon", "wed", "jan", "second");

    public static ReadOnlySpan<(string[] Words, int Month, int Day)> Feasts => FeastTable;

    public static bool IsAmbiguous(string word) => Ambiguous.Contains(word);

    public static bool TryGetDay(string word, out IsoDayOfWeek day) => Days.TryGetValue(word, out day);

    public static bool TryGetMonth(string word, out int month) => Months.TryGetValue(word, out month);

    public static bool TryGetPeriod(string word, out (int From, int To) period) => Periods.TryGetValue(word, out period);

    /// <summary>The grain that a word such as "weeks" names.</summary>
    public static TimeGrain? GrainOf(string word) => word switch
    {
        "second" or "seconds" or "sec" or "secs" => TimeGrain.Second,
        "minute" or "minutes" or "min" or "mins" => TimeGrain.Minute,
        "hour" or "hours" or "hr" or "hrs" or "h" => TimeGrain.Hour,
        "day" or "days" => TimeGrain.Day,
        "week" or "weeks" => TimeGrain.Week,
        "month" or "months" => TimeGrain.Month,
        "year" or "years" => TimeGrain.Year,
        _ => null,
    };

    private static FrozenDictionary<string, T> Number<T>(string table, Func<int, T> convert) => table.Split(' ')
        .SelectMany((row, index) => row.Split(',').Select(word => KeyValuePair.Create(word, convert(index + 1))))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
