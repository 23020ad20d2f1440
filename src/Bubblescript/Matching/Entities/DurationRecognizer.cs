using Bubblescript.Values;

namespace Bubblescript.Matching.Entities;

/// <summary>
/// Durations: "3 days", "half an hour", "2 hours and 30 minutes", "1h30m". The value counts the smallest unit named, which is <c>unit</c>;
/// <c>normalized</c> gives seconds.
/// </summary>
internal sealed class DurationRecognizer : BuiltInRecognizer
{
    public override string Kind => "duration";

    public override IEnumerable<EntityMention> Find(string text, AnalysisContext context)
    {
        int position = 0;
        while (position < text.Length)
        {
            if (DurationReader.TryRead(text, position, out DurationReading reading))
            {
                yield return new EntityMention(position, reading.End, NumberReading.ToValue(reading.Amount), ExtraOf(reading));
                position = reading.End;
            }
            else
            {
                position++;
            }
        }
    }

    private static MapValue ExtraOf(in DurationReading reading) => MapValue.From(
        ("type", "value"),
        ("unit", reading.Unit),
        (reading.Unit, NumberReading.ToValue(reading.Amount)),
        ("normalized", Value.MapOf(("value", NumberReading.ToValue(decimal.Round(reading.Seconds, 3))), ("unit", "second"))));
}
