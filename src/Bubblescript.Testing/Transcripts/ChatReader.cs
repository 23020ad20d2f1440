using System.Collections.Immutable;
using Bubblescript.Testing.Transcripts.Steps;

namespace Bubblescript.Testing.Transcripts;

/// <summary>Reads the steps of chat blocks.</summary>
internal static class ChatReader
{
    public static ImmutableArray<TranscriptStep> Read(IEnumerable<FencedBlock> blocks)
    {
        List<TranscriptStep> steps = [];
        List<string> names = [];
        foreach (StepLines lines in blocks.SelectMany(Group))
        {
            TranscriptStep step = lines.Mentions(names) ? new DeferredStep(StepHead.Of(lines), lines) : StepParser.Parse(lines);
            if (step is LetStep let)
            {
                names.Add(let.Name);
            }

            steps.Add(step);
        }

        return [.. steps];
    }

    private static IEnumerable<StepLines> Group(FencedBlock block)
    {
        TranscriptLine? step = null;
        List<TranscriptLine> refinements = [];
        for (int i = 0; i < block.Lines.Count; i++)
        {
            string text = block.Lines[i];
            if (string.IsNullOrWhiteSpace(text) || text.AsSpan().TrimStart()[0] == '#')
            {
                continue;
            }

            TranscriptLine line = new(block.FirstLine + i, text);
            if (char.IsWhiteSpace(text[0]) && step is not null)
            {
                refinements.Add(line with { Text = text.Trim() });
                continue;
            }

            if (step is { } complete)
            {
                yield return new StepLines(complete, [.. refinements]);
            }

            refinements.Clear();
            step = line with { Text = text.TrimStart() };
        }

        if (step is { } last)
        {
            yield return new StepLines(last, [.. refinements]);
        }
    }
}
