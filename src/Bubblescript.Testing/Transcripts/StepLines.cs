namespace Bubblescript.Testing.Transcripts;

/// <summary>A step as it is written: its line and the indented lines below it.</summary>
internal sealed record StepLines(TranscriptLine Step, IReadOnlyList<TranscriptLine> Refinements)
{
    public bool Mentions(IEnumerable<string> names) =>
        names.Any(name => Refinements.Prepend(Step).Any(line => line.Text.Contains("{" + name + "}", StringComparison.Ordinal)));

    public StepLines Replace(IReadOnlyDictionary<string, string> texts) =>
        new(Replace(Step, texts), [.. Refinements.Select(line => Replace(line, texts))]);

    private static TranscriptLine Replace(TranscriptLine line, IReadOnlyDictionary<string, string> texts) =>
        line with { Text = texts.Aggregate(line.Text, static (text, entry) => text.Replace("{" + entry.Key + "}", entry.Value, StringComparison.Ordinal)) };
}
