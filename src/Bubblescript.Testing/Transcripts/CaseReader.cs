using System.Collections.Immutable;
using Bubblescript.Testing.Transcripts.Steps;

namespace Bubblescript.Testing.Transcripts;

/// <summary>Makes cases of the sections of a Markdown file.</summary>
internal static class CaseReader
{
    public static ImmutableArray<TranscriptCase> Read(string path, string text) =>
        [.. MarkdownReader.Read(text).Where(static section => section.Blocks.Exists(IsExpectation)).Select(section => ReadCase(path, section))];

    private static bool IsExpectation(FencedBlock block) => block.Language is "chat" or "diagnostics";

    private static TranscriptCase ReadCase(string path, MarkdownSection section)
    {
        ImmutableArray<TranscriptStep> steps = ChatReader.Read(section.Blocks.Where(static block => block.Language is "chat"));
        List<TranscriptLine> problems = [.. steps.OfType<InvalidStep>().Select(static step => new TranscriptLine(step.Head.Line, step.Problem))];
        CaseBotReader bots = new();
        foreach (FencedBlock block in section.Path.SelectMany(static ancestor => ancestor.Blocks))
        {
            bots.Add(block, problems);
        }

        ImmutableArray<ExpectedDiagnostic>? diagnostics = ReadDiagnostics(section, problems);
        return new TranscriptCase(
            section.Title.Length > 0 ? section.Title : Path.GetFileNameWithoutExtension(path),
            path,
            section.Line,
            new CaseContent(bots.Bots, steps, diagnostics, [.. problems.OrderBy(static problem => problem.Number)]));
    }

    private static ImmutableArray<ExpectedDiagnostic>? ReadDiagnostics(MarkdownSection section, List<TranscriptLine> problems)
    {
        FencedBlock[] blocks = [.. section.Blocks.Where(static block => block.Language is "diagnostics")];
        if (blocks.Length == 0)
        {
            return null;
        }

        List<ExpectedDiagnostic> diagnostics = [];
        foreach (TranscriptLine line in blocks.SelectMany(static block => block.Lines.Select((text, index) => new TranscriptLine(block.FirstLine + index, text))))
        {
            if (ExpectedDiagnostic.TryParse(line) is { } diagnostic)
            {
                diagnostics.Add(diagnostic);
            }
            else if (!string.IsNullOrWhiteSpace(line.Text) && line.Text.TrimStart()[0] != '#')
            {
                problems.Add(line with { Text = "a diagnostic needs severity, line:column and words, as in 'error 3:10 unknown dialog'" });
            }
        }

        return [.. diagnostics];
    }
}
