using System.Runtime.InteropServices;
using NodaTime;

namespace Bubblescript.Matching.Entities;

/// <summary>A time of day, or a part of the day, before a date is known.</summary>
/// <param name="Time">The time; the beginning of a part of the day.</param>
/// <param name="Grain">How precise it is.</param>
/// <param name="IsAmbiguous">Whether it may be meant twelve hours later.</param>
/// <param name="PeriodEnd">For a part of the day: the hour at which it ends.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClockReading(LocalTime Time, TimeGrain Grain, bool IsAmbiguous, int? PeriodEnd);
