using System.Globalization;
using Bubblescript.Values;
using NodaTime;
using NodaTime.Text;

namespace Bubblescript.Matching.Entities;

/// <summary>
/// Dates, times, distances from now and intervals, in the user's time zone. The value is an ISO text with offset; <c>grain</c> says how precise it is. An
/// interval has <c>from</c> and <c>to</c> instead, and its value is the first of them.
/// </summary>
internal sealed class TimeRecognizer : BuiltInRecognizer
{
    private const int EarliestYear = 1000;
    private const int LatestYear = 7000;

    private static readonly OffsetDateTimePattern Pattern = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffo<+HH:mm>");

    public override string Kind => "time";

    public override IEnumerable<EntityMention> Find(string text, AnalysisContext context)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(context.TimeZone) ?? DateTimeZone.Utc;
        if (context.Now.Year is < EarliestYear or > LatestYear)
        {
            // Around a clock that is so wrong, dates could leave the calendar.
            yield break;
        }

        LocalDateTime now = Instant.FromDateTimeOffset(context.Now).InZone(zone).LocalDateTime;
        TimeWords words = new(text);
        TimeReader reader = new(words, now, zone, IsMonthFirst(context.Locale));
        while (words.Next < words.Count)
        {
            int start = words.Next;
            TimeWord first = words[start];
            bool canStart = first.IsLetters ? NumberReader.IsWordStart(text, first.Start) : first.IsNumber && !IsInsideNumber(text, first.Start);
            if (canStart && reader.Read() is { } found && CanEnd(text, words.End))
            {
                yield return new EntityMention(first.Start, words.End, ValueOf(found, zone), ExtraOf(found, zone));
            }
            else
            {
                words.Next = start + 1;
            }
        }
    }

    private static bool IsInsideNumber(string text, int start)
    {
        if (start == 0)
        {
            return false;
        }

        char before = text[start - 1];
        bool followsDigit = start > 1 && char.IsAsciiDigit(text[start - 2]);
        return char.IsLetterOrDigit(before) || before is '$' or '€' or '£' or '#' || (followsDigit && before is '.' or ',' or '/' or '-' or ':' && start > 1 && char.IsAsciiDigit(text[start - 2]));
    }

    private static bool CanEnd(string text, int end) =>
        char.IsLetter(text[end - 1])
            ? NumberReader.IsWordEnd(text, end)
            : end >= text.Length || (!char.IsLetterOrDigit(text[end]) && !(text[end] is '%' or '€') && !(text[end] is '/' or '.' or ',' or '-' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));

    /// <summary>In the United States 5/6 is the sixth of May; English without a region is read so too.</summary>
    private static bool IsMonthFirst(string locale)
    {
        string region = locale.Split('_', '-', '.').ElementAtOrDefault(1) ?? "US";
        return region.Equals("US", StringComparison.OrdinalIgnoreCase) || region.Length != 2;
    }

    private static Value ValueOf(TimeSpanOrPoint found, DateTimeZone zone) => Format(found.From ?? found.To!.Value, zone);

    private static MapValue ExtraOf(TimeSpanOrPoint found, DateTimeZone zone)
    {
        MapValue extra = found.IsInterval ? MapValue.From(("type", "interval")) : MapValue.From(("type", "value"));
        if (!found.IsInterval)
        {
            Value grain = GrainOf(found.From!.Value);
            Value only = Value.MapOf(("type", "value"), ("value", ValueOf(found, zone)), ("grain", grain));
            return extra.Set("grain", grain).Set("values", Value.ListOf(only));
        }

        extra = found.From is { } from ? extra.Set("from", Describe(from, zone)) : extra;
        return found.To is { } to ? extra.Set("to", Describe(to, zone)) : extra;
    }

    private static Value Describe(TimePoint point, DateTimeZone zone) => Value.MapOf(("value", Format(point, zone)), ("grain", GrainOf(point)));

    private static string GrainOf(TimePoint point) => point.Grain.ToString().ToLower(CultureInfo.InvariantCulture);

    private static Value Format(TimePoint point, DateTimeZone zone) => Pattern.Format(point.Local.InZoneLeniently(zone).ToOffsetDateTime());
}
