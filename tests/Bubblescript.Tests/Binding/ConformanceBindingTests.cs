using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Diagnostics;

namespace Bubblescript.Tests.Binding;

public sealed class ConformanceBindingTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Path.Combine(TranscriptCase.Root, "tests", "Conformance"), "*.md").Select(static path => Path.GetFileNameWithoutExtension(path)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_script_of_the_conformance_topics_binds(string topic)
    {
        foreach (TranscriptCase testCase in Cases(topic).Where(static testCase => testCase.Diagnostics is null))
        {
            foreach (BotSources sources in testCase.Bots)
            {
                Bot.TryBuild(sources, out Bot? bot, out ImmutableArray<Diagnostic> diagnostics);
                bot.Should().NotBeNull("'{0}' has no errors, but: {1}", testCase.Name, string.Join('\n', diagnostics));
            }
        }
    }

    [Fact]
    public void The_expected_diagnostics_are_reported_and_no_others()
    {
        foreach (TranscriptCase testCase in Cases("diagnostics"))
        {
            Bot.TryBuild(testCase.Bots[0], out _, out ImmutableArray<Diagnostic> diagnostics);
            string[] expected = testCase.Diagnostics!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            string found = string.Join('\n', diagnostics.Select(DiagnosticText.Show));
            diagnostics.Should().HaveCount(expected.Length, "'{0}' gives\n{1}", testCase.Name, found);
            expected.Zip(diagnostics).Should().OnlyContain(static pair => DiagnosticText.Matches(pair.First, pair.Second), "'{0}' gives\n{1}", testCase.Name, found);
        }
    }

    private static IEnumerable<TranscriptCase> Cases(string topic) => TranscriptCase.Read(Path.Combine(TranscriptCase.Root, "tests", "Conformance", $"{topic}.md"));
}
