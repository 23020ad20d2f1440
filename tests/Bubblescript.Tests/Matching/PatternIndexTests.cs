using System.Collections.Immutable;
using Bubblescript.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Matching;

public sealed class PatternIndexTests
{
    [Fact]
    public void Candidates_come_in_the_order_of_the_entries_and_once()
    {
        PatternIndex<string> index = PatternIndex<string>.Create(
        [
            PatternIndexEntry<string>.ForPatterns("big cat", BmlPattern.Parse("big cat")),
            PatternIndexEntry<string>.ForPatterns("dog", BmlPattern.Parse("dog")),
            PatternIndexEntry<string>.Always("always"),
            PatternIndexEntry<string>.ForLabels("label", "Show me the CAT"),
            PatternIndexEntry<string>.ForPatterns("any", BmlPattern.Parse("show _ the"), BmlPattern.Parse("cat | dog")),
            PatternIndexEntry<string>.ForPatterns("legacy", Parse("cat #<x>")),
            PatternIndexEntry<string>.ForPatterns("nothing", BmlPattern.Parse(string.Empty)),
            PatternIndexEntry<string>.ForPatterns("number", BmlPattern.Parse("[number]")),
        ]);

        index.Count.Should().Be(8);
        index.FindCandidates(Utterance.FromText("Show me the cat!")).Should().Equal("always", "label", "any", "legacy");
        index.FindCandidates(Utterance.FromText("big cats")).Should().Equal("big cat", "always", "legacy");
        index.FindCandidates(EnglishAnalyzer.Instance.Analyze("big cats", AnalysisContext.At(TimeProvider.System))).Should().Equal("big cat", "always", "any", "legacy");
        index.FindCandidates(EnglishAnalyzer.Instance.Analyze("5 mice", AnalysisContext.At(TimeProvider.System))).Should().Equal("always", "legacy", "number");
    }

    [Fact]
    public void No_pattern_that_matches_is_missed()
    {
        Gen<(string[] Patterns, string Text)> cases =
            from patterns in PatternGenerator.Patterns.ListOf(8)
            from text in PatternGenerator.Sentences
            select (patterns.Append("[number=n] b | 'a b' c").ToArray(), text);

        Prop.ForAll(Arb.From(cases), pair =>
        {
            ImmutableArray<BmlPattern> patterns = [.. pair.Patterns.Select(text => BmlPattern.Parse(text))];
            PatternIndex<BmlPattern> index = PatternIndex<BmlPattern>.Create(patterns.Select(pattern => PatternIndexEntry<BmlPattern>.ForPatterns(pattern, pattern)));
            Utterance utterance = EnglishAnalyzer.Instance.Analyze(pair.Text, AnalysisContext.At(TimeProvider.System));
            IReadOnlyList<BmlPattern> candidates = index.FindCandidates(utterance);
            return patterns.All(pattern => pattern.Match(utterance) is null || candidates.Contains(pattern));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(24));
    }

    private static UtterancePattern Parse(string pattern) =>
        UtterancePattern.TryParse(pattern, options: null, out UtterancePattern? parsed, out _) ? parsed : throw new ArgumentException(pattern, nameof(pattern));
}
