using Bubblescript.Matching;

namespace Bubblescript.Tests.Matching;

/// <summary>Patterns and sentences that would take for ever if matching were exponential.</summary>
public sealed class HostilePatternTests
{
    private const int Size = 10_000;

    [Theory]
    [InlineData("((a?)[1+])[1+] b", "c {a}", "no")]
    [InlineData("((a?)[1+])[1+] b [End]", "{a} b", "yes")]
    [InlineData("((((((a?)[0+])[0+])[0+])[0+])[0+])[0+] b [End]", "{a}", "no")]
    [InlineData("a _ _ _ _ _ _ _ _ _ _ x", "x {a}", "no")]
    [InlineData("(a[1-1000])[1-1000] b", "b {a}", "no")]
    [InlineData("a[1-1000] b", "{a} b", "yes")]
    [InlineData("([1-1000] [1-1000] [1-1000] [1-1000] x) y", "y {a} x", "no")]
    [InlineData("([1+] [1+] [1+] [1+] [1+] [1+] [1+] [1+] [1+] [1+] x) y", "y {a} x", "no")]
    [InlineData("a[1+] a[1+] a[1+] a[1+] b", "b {a}", "no")]
    [InlineData("(a | a a | a a a)[1+] b", "b {a}", "no")]
    [InlineData("([0+] a?)[1+] b [End]", "b {a}", "no")]
    [InlineData("(/a/ _)[1+] b [End]", "b {a}", "no")]
    [InlineData("/a/ /a/ /a/ b", "b {a}", "no")]
    [InlineData("/(a+ )+$/ b", "b {a} b c", "no")]
    [InlineData("^(a |a a )+$", "{a} b", "no")]
    [InlineData("< a b c d e f g h i j >", "j x x x x x x {a b c d e f g h i}", "no")]
    [InlineData("< a b c d e f g h i j > z", "z {a b c d e f g h i j}", "no")]
    [InlineData("< a b c d e f g h i j > [End]", "{a b c d e f g h i j}", "yes")]
    [InlineData("[Start] < a b c d >[1+] [End]", "{a b c d}", "yes")]
    [InlineData("[number] x", "x {5}", "no")]
    public void Hostile_patterns_are_answered(string pattern, string text, string expected) =>
        MatchRows.Describe(pattern, Expand(text), isEnglish: true).Should().Be(expected);

    [Fact]
    public void A_search_that_times_out_is_told_and_counts_as_no_match()
    {
        List<string> told = [];
        BmlPattern pattern = BmlPattern.Parse(@"/(?<=b)(a+)+\1$/", new BmlOptions { OnRegexTimeout = told.Add });

        pattern.Match(Utterance.FromText("b" + new string('a', 40) + "c")).Should().BeNull();

        told.Should().Equal(pattern.Source);
    }

    /// <summary>Replaces <c>{words}</c> by the words repeated to ten thousand.</summary>
    private static string Expand(string text)
    {
        int open = text.IndexOf('{', StringComparison.Ordinal);
        int close = text.IndexOf('}', StringComparison.Ordinal);
        string words = text[(open + 1)..close];
        int count = Size / words.Split(' ').Length;
        return text[..open] + string.Join(' ', Enumerable.Repeat(words, count)) + text[(close + 1)..];
    }
}
