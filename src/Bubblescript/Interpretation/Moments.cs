using Bubblescript.Values;
using NodaTime;

namespace Bubblescript.Interpretation;

/// <summary>Reads the moments of <c>at:</c>.</summary>
internal static class Moments
{
    /// <summary>The moment of a date text or time entity; dates without offset are meant in the default zone.</summary>
    public static bool TryRead(Turn turn, Value value, out DateTimeOffset moment)
    {
        moment = default;
        if (Operand.Of(value).AsString() is not { } text || !IsoDate.TryParse(text, out IsoDate date))
        {
            return false;
        }

        DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(turn.TimeZone) ?? DateTimeZone.Utc;
        Instant instant = date.ToInstant(zone);
        moment = instant == Instant.MaxValue ? DateTimeOffset.MaxValue : instant.ToDateTimeOffset();
        return true;
    }
}
