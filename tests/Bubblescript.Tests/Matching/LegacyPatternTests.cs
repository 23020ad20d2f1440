using Bubblescript.Matching;

namespace Bubblescript.Tests.Matching;

public sealed class LegacyPatternTests
{
    [Theory]
    [InlineData("num:#<n:[0-9]+>", "my num:42 please", "num:42", "n=42")]
    [InlineData("num:#<n:[0-9]+>", "my num:none", null, null)]
    [InlineData("my name is #<name>", "well, My Name is Ada Lovelace", "My Name is Ada Lovelace", "name=Ada Lovelace")]
    [InlineData("my name is #<name>", "my  name\tis  Ada ", "my  name\tis  Ada", "name=Ada")]
    [InlineData("from #<start> to #<goal>", "a seat from New York to Boston", "from New York to Boston", "start=New York,goal=Boston")]
    [InlineData("call #<who>", "call", null, null)]
    [InlineData("call #<who>", "call  ", null, null)]
    [InlineData("call #<who>|phone #<who>", "please phone Bo", "phone Bo", "who=Bo")]
    [InlineData("call #<who> | phone #<who> ", "call Kim Lee", "call Kim Lee", "who=Kim Lee")]
    [InlineData("call #<who> | phone #<who> ", "phone Bo Lee", "phone Bo Lee", "who=Bo Lee")]
    [InlineData("a.b #<x>", "axb c", null, null)]
    [InlineData("a.b #<x>", "A.B c", "A.B c", "x=c")]
    [InlineData("#<a:(x|y)>|#<b>", "xz", "x", "a=x")]
    [InlineData("#<a> #<b>", "one two three", "one two three", "a=one,b=two three")]
    [InlineData("#<x:[>]>", "a > b", ">", "x=>")]
    [InlineData("set #<x:\\d+>%", "set 5%", "set 5%", "x=5")]
    public void Legacy_patterns_match_as_specified(string pattern, string text, string? matched, string? captures)
    {
        UtterancePattern.IsLegacy(pattern).Should().BeTrue();
        UtterancePattern.TryParse(pattern, options: null, out UtterancePattern? parsed, out _).Should().BeTrue();

        UtteranceMatch? match = parsed!.Match(Utterance.FromText(text));

        (match?.Text).Should().Be(matched);
        (match is null ? null : string.Join(',', match.Captures.Select(capture => $"{capture.Name}={capture.ToValue()}"))).Should().Be(captures);
    }

    [Theory]
    [InlineData("#<n", "column 1: This capture has no closing '>'.")]
    [InlineData("#<>", "column 3: A capture needs a name of letters, digits and '_': '#<name>' or '#<name:regex>'.")]
    [InlineData("#<n:[>", "column 7: Invalid regular expression: a '[' has no ']'.")]
    [InlineData("#<n>||x", "column 6: An alternative is empty; remove the '|' or write text beside it.")]
    public void What_is_no_legacy_pattern_is_refused(string pattern, string error)
    {
        UtterancePattern.TryParse(pattern, options: null, out _, out BmlParseError? found).Should().BeFalse();

        found!.ToString().Should().Be(error);
    }

    [Fact]
    public void BML_is_no_legacy_pattern() => UtterancePattern.IsLegacy("<a b> #x").Should().BeFalse();
}
