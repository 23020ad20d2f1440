using Bubblescript.Values;

namespace Bubblescript.Matching.Entities;

/// <summary>A number with a unit behind it. The value is the number, <c>unit</c> its unit.</summary>
internal abstract class MeasureRecognizer(string kind, UnitTable units) : BuiltInRecognizer
{
    public sealed override string Kind { get; } = kind;

    public sealed override IEnumerable<EntityMention> Find(string text, AnalysisContext context)
    {
        foreach (NumberReading amount in AmountReader.ReadAll(text))
        {
            if (units.TryRead(text, amount.End, out UnitSpelling unit, out int end))
            {
                yield return Complete(text, Make(amount, unit, end));
            }
        }
    }

    /// <summary>Adds what the words behind the unit say.</summary>
    protected virtual EntityMention Complete(string text, EntityMention mention) => mention;

    private static EntityMention Make(in NumberReading amount, UnitSpelling unit, int end) => new(
        amount.Start, end, NumberReading.ToValue(amount.Number * unit.Worth), MapValue.From(("type", "value"), ("unit", unit.Unit)));
}
