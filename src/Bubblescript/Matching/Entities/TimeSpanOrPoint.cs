namespace Bubblescript.Matching.Entities;

/// <summary>What an expression of time means: a point, or an interval that may be open at one side.</summary>
/// <param name="From">The point, or the beginning of the interval.</param>
/// <param name="To">The end of the interval.</param>
/// <param name="IsInterval">Whether it is an interval.</param>
/// <param name="Clock">The time of day, when the expression says no more.</param>
internal sealed record TimeSpanOrPoint(TimePoint? From, TimePoint? To, bool IsInterval, ClockReading? Clock = null)
{
    public static TimeSpanOrPoint At(TimePoint point, ClockReading? clock = null) => new(point, To: null, IsInterval: false, clock);

    public static TimeSpanOrPoint Between(TimePoint? from, TimePoint? to) => new(from, to, IsInterval: true);
}
