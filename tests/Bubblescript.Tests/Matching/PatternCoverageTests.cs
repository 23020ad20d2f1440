using Bubblescript.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Matching;

public sealed class PatternCoverageTests
{
    [Theory]
    [InlineData("cat", "cat")]
    [InlineData("cat", "big cat")]
    [InlineData("cat | dog", "cat")]
    [InlineData("cat | dog", "dog | cat")]
    [InlineData("(cat | dog)", "big dog please")]
    [InlineData("a _ b", "a b")]
    [InlineData("a _ b", "a x y b")]
    [InlineData("a [0-9] b", "a _ b")]
    [InlineData("a", "a _ b")]
    [InlineData("a b?", "a")]
    [InlineData("a b? c", "a c")]
    [InlineData("a b? c", "a b c")]
    [InlineData("a[1+]", "a a a")]
    [InlineData("[1+]", "a")]
    [InlineData(".*", "anything at all")]
    [InlineData("< a b >", "a _ b")]
    [InlineData("< a b >", "b a")]
    [InlineData("'san francisco'", "fly to 'san francisco'")]
    [InlineData("fly [1+]", "fly 'san francisco'")]
    [InlineData("cat", "cat [number]")]
    [InlineData("[number] cat", "[number=x] cat")]
    [InlineData("/a+/", "/a+/")]
    [InlineData("e-mail", "email")]
    [InlineData("[Start] no", "[Start] no [End]")]
    [InlineData("no", "[Start] no [End]")]
    [InlineData("call #<who>", "call #<who>")]
    [InlineData("hello", "< hello world >[=x]")]
    public void A_pattern_that_matches_more_covers(string earlier, string later) => Covers(earlier, later).Should().BeTrue();

    [Theory]
    [InlineData("big cat", "cat")]
    [InlineData("cat", "cat | dog")]
    [InlineData("a b", "a _ b")]
    [InlineData("a b", "a x b")]
    [InlineData("a _ b", "a [0-6] b")]
    [InlineData("[Start] no", "no")]
    [InlineData("no [End]", "no")]
    [InlineData("[1] b", "x b")]
    [InlineData("a", "a?")]
    [InlineData("'cat'", "cat")]
    [InlineData("cat", "'cat'")]
    [InlineData("fly [1] [End]", "fly 'san francisco' [End]")]
    [InlineData("[Start] ([1] | 'x' [1]) [End]", "[Start] 'x' [End]")]
    [InlineData("a [number]", "a 5")]
    [InlineData("a _ b", "a [number] b")]
    [InlineData("/a+/", "a")]
    [InlineData("a[2+]", "a")]
    [InlineData("be", "was")]
    [InlineData("call #<who>", "call")]
    public void Other_patterns_do_not_cover(string earlier, string later) => Covers(earlier, later).Should().BeFalse();

    [Fact]
    public void What_is_said_to_be_covered_is_covered()
    {
        Gen<(string Earlier, string Later, string[] Texts)> cases =
            from earlier in PatternGenerator.Patterns
            from later in Gen.OneOf(PatternGenerator.Patterns, PatternGenerator.Patterns.Select(pattern => $"({pattern}) {earlier}"), PatternGenerator.Patterns.Select(pattern => $"({earlier}) ({pattern})"))
            from texts in PatternGenerator.Sentences.ListOf(12)
            where BmlPattern.TryParse(later, out _, out _)
            select (earlier, later, texts.ToArray());
        int covered = 0;

        Prop.ForAll(Arb.From(cases), sample =>
        {
            BmlPattern earlier = BmlPattern.Parse(sample.Earlier);
            BmlPattern later = BmlPattern.Parse(sample.Later);
            if (!PatternCoverage.Covers(earlier, later))
            {
                return true;
            }

            covered++;
            return sample.Texts.Select(text => EnglishAnalyzer.Instance.Analyze(text, AnalysisContext.At(TimeProvider.System)))
                .All(utterance => later.Match(utterance) is null || earlier.Match(utterance) is not null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500).WithEndSize(15));

        covered.Should().BeGreaterThan(100);
    }

    private static bool Covers(string earlier, string later) => PatternCoverage.Covers(Parse(earlier), Parse(later));

    private static UtterancePattern Parse(string pattern) =>
        UtterancePattern.TryParse(pattern, options: null, out UtterancePattern? parsed, out BmlParseError? error) ? parsed : throw new ArgumentException(error.ToString(), nameof(pattern));
}
