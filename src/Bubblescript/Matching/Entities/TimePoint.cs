using System.Runtime.InteropServices;
using NodaTime;

namespace Bubblescript.Matching.Entities;

/// <summary>A moment or the beginning of a period, in the user's time zone.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimePoint(LocalDateTime Local, TimeGrain Grain)
{
    /// <summary>The moment at which the period named ends.</summary>
    public LocalDateTime End => Grain switch
    {
        TimeGrain.Second => Local.PlusSeconds(1),
        TimeGrain.Minute => Local.PlusMinutes(1),
        TimeGrain.Hour => Local.PlusHours(1),
        TimeGrain.Day => Local.PlusDays(1),
        TimeGrain.Week => Local.PlusWeeks(1),
        TimeGrain.Month => Local.PlusMonths(1),
        _ => Local.PlusYears(1),
    };
}
