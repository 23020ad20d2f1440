namespace Bubblescript.Matching.Entities;

/// <summary>Numbers in digits and words. The value is an integer or a float.</summary>
internal sealed class NumberRecognizer : BuiltInRecognizer
{
    public override string Kind => "number";

    public override IEnumerable<EntityMention> Find(string text, AnalysisContext context)
    {
        foreach (NumberReading reading in NumberReader.ReadAll(text))
        {
            yield return new EntityMention(reading.Start, reading.End, reading.ToValue(), EntityMention.PlainValue);
        }
    }
}
