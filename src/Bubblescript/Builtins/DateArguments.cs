using Bubblescript.Values;
using NodaTime;

namespace Bubblescript.Builtins;

/// <summary>Dates, units and zones as arguments.</summary>
internal static class DateArguments
{
    /// <summary>A date that the conversion of arguments has checked.</summary>
    public static IsoDate Date(Value argument) => IsoDate.TryParse(argument.AsString()!, out IsoDate date) ? date : default;

    /// <summary>The zone of a name, the default zone for nil; else an error.</summary>
    public static Value ReadZone(Value name, FunctionContext context, out DateTimeZone zone)
    {
        string id = name.AsString() is { Length: > 0 } given ? given : context.TimeZone;
        DateTimeZone? found = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        zone = found ?? DateTimeZone.Utc;
        return found is null && !name.IsNil
            ? FunctionContext.Fail($"{ValueDescription.Format(id)} is no time zone; use a name such as \"Europe/Amsterdam\" or \"UTC\"")
            : default;
    }

    /// <summary>The zone that dates without offset are meant in.</summary>
    public static DateTimeZone DefaultZone(FunctionContext context) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(context.TimeZone) ?? DateTimeZone.Utc;

    /// <summary>The unit of a name, singular or plural; else an error.</summary>
    public static Value ReadUnit(Value name, out DateUnit unit)
    {
        DateUnit? found = name.AsString() switch
        {
            "years" or "year" => DateUnit.Years,
            "months" or "month" => DateUnit.Months,
            "weeks" or "week" => DateUnit.Weeks,
            "days" or "day" => DateUnit.Days,
            "hours" or "hour" => DateUnit.Hours,
            "minutes" or "minute" => DateUnit.Minutes,
            "seconds" or "second" => DateUnit.Seconds,
            "milliseconds" or "millisecond" => DateUnit.Milliseconds,
            _ => null,
        };
        unit = found ?? DateUnit.Seconds;
        return found is null
            ? FunctionContext.Fail($"{ValueDescription.Format(name)} is no unit; use :years, :months, :weeks, :days, :hours, :minutes, :seconds or :milliseconds")
            : default;
    }

    /// <summary>The date with the offset that it has, or has in the default zone.</summary>
    public static IsoDate WithOffset(IsoDate date, FunctionContext context) =>
        date.Offset is null ? IsoDate.At(date.ToInstant(DefaultZone(context)), DefaultZone(context)) : date;
}
