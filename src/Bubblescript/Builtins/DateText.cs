using System.Globalization;
using Bubblescript.Values;
using NodaTime;

namespace Bubblescript.Builtins;

/// <summary>Dates written and read as text.</summary>
internal static class DateText
{
    public static Value Now(ReadOnlySpan<Value> arguments, FunctionContext context) =>
        Now(arguments[0], context, out IsoDate now) is { IsNil: false } error ? error : now.ToString();

    public static Value Today(ReadOnlySpan<Value> arguments, FunctionContext context) =>
        Now(arguments[0], context, out IsoDate now) is { IsNil: false } error ? error : (now with { HasTime = false }).ToString();

    public static Value Format(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        IsoDate date = DateArguments.Date(arguments[0]);
        DateTimeZone? zone = null;
        if (!arguments[3].IsNil)
        {
            Value error = DateArguments.ReadZone(arguments[3], context, out DateTimeZone given);
            if (!error.IsNil)
            {
                return error;
            }

            zone = given;
            date = IsoDate.At(date.ToInstant(DateArguments.DefaultZone(context)), zone);
        }

        DateFormat format = new(date, zone ?? DateArguments.DefaultZone(context), arguments[2].AsString() ?? context.Locale.Current);
        return format.Write(arguments[1].AsString()!, context.Limits);
    }

    public static Value Parse(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value error = DateArguments.ReadZone(arguments[2], context, out DateTimeZone zone);
        if (!error.IsNil)
        {
            return error;
        }

        string text = arguments[0].AsString()!.Trim();
        if (arguments[1].AsString() is { } format)
        {
            return DatePattern.Read(text, format, zone, context.Locale.Current);
        }

        if (IsoDate.TryParse(text, out IsoDate date))
        {
            return Normalize(date, zone);
        }

        return TryReadNumbers(text, out LocalDate day) ? new IsoDate(day.AtMidnight(), HasTime: false, Offset: null).ToString() : FromSeconds(text, zone);
    }

    /// <summary>The date as text; a time gets the offset of the zone unless it has one.</summary>
    public static Value Normalize(IsoDate date, DateTimeZone zone) =>
        (date.HasTime && date.Offset is null ? IsoDate.At(date.ToInstant(zone), zone) : date).ToString();

    private static Value Now(Value zoneName, FunctionContext context, out IsoDate now)
    {
        Value error = DateArguments.ReadZone(zoneName, context, out DateTimeZone zone);
        Instant instant = Instant.FromDateTimeOffset(context.Now);
        now = IsoDate.At(Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds()), zone);
        return error;
    }

    private static bool TryReadNumbers(string text, out LocalDate date)
    {
        date = default;
        char separator = text.Contains('-', StringComparison.Ordinal) ? '-' : '/';
        string[] parts = text.Split(separator);
        if (parts.Length != 3 || !parts.All(static part => part.Length is >= 1 and <= 4 && part.All(char.IsAsciiDigit)))
        {
            return false;
        }

        bool isYearFirst = parts[0].Length == 4;
        if (!isYearFirst && parts[2].Length != 4)
        {
            return false;
        }

        int[] numbers = [.. parts.Select(static part => int.Parse(part, CultureInfo.InvariantCulture))];
        (int year, int month, int day) = isYearFirst ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[1], numbers[0]);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        date = new LocalDate(year, month, day);
        return true;
    }

    private static Value FromSeconds(string text, DateTimeZone zone)
    {
        bool isNumber = text.Length <= 12 && NumberText.TryParse(text, out Value number) && number.IsInteger;
        return isNumber && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seconds)
            && seconds is > -62_135_596_800 and < 253_402_214_400
            ? IsoDate.At(Instant.FromUnixTimeSeconds(seconds), zone).ToString()
            : default(Value);
    }
}
