using Bubblescript.Matching;

namespace Bubblescript.Tests.Matching;

/// <summary>Every row of the tables of the language reference on BML.</summary>
public sealed class ReferenceTableTests
{
    [Theory]
    [InlineData("Hello, world.", "Hello|, |world|.")]
    [InlineData("Ann's cat", "Ann|'s |cat")]
    [InlineData("a-b-c", "a-b-c")]
    [InlineData("10.5", "10|.|5")]
    [InlineData("-15", "-15")]
    [InlineData("", "")]
    [InlineData(" \t\r\n ", "")]
    [InlineData("one_two/three + a=b {x} \\ … 👍🏽", "one_two/three |+ |a=b |{x} |\\ |… |👍🏽")]
    [InlineData("''s 'x' '", "'|'s |'x|' |'")]
    public void The_tokeniser_splits_as_specified(string input, string raws)
    {
        Sentence sentence = Utterance.FromText(input).Sentences.Single();

        string.Join('|', sentence.Tokenizations[^1].Select(token => token.Raw)).Should().Be(raws);
    }

    [Theory]
    [InlineData("\"San Francisco\"", "I live in San Francisco, dude.", "yes")]
    [InlineData("\"San Franci\"", "San Francisco", "no")]
    [InlineData("'hello, world'", "Hello, World", "yes")]
    [InlineData("'-15'", "It is -15", "yes")]
    [InlineData("'10.5'", "10.5", "yes")]
    [InlineData("'sanfrancisco'", "San Francisco", "yes")]
    [InlineData("\"\"", "anything", "no")]
    [InlineData("\"a \\\"b\\\"\"", "a \"b\"", "yes")]
    public void Literals_match_as_specified(string pattern, string input, string expected) =>
        MatchRows.Describe(pattern, input).Should().Be(expected);

    [Theory]
    [InlineData("/hello world/[=x]", "wellhello worldly", "x = wellhello worldly")]
    [InlineData(@"/KL(?<no>\d+)/[=c]", "flight KL123 today", "c = KL123; no = 123")]
    [InlineData(@"/\d{4}/T[=c]", "code 1234", "c = 1234")]
    [InlineData(@"/\d{4}/T", "code 01234", "no")]
    [InlineData(@"from /\d+/", "from about 12", "yes")]
    [InlineData(@"^\d+$", "42", "yes")]
    [InlineData(@"^\d+$", "no 42", "no")]
    [InlineData(@"pay /\d+/ euro", "pay 10 euro", "yes")]
    public void Free_regular_expressions_match_as_specified(string pattern, string input, string expected) =>
        MatchRows.Describe(pattern, input).Should().Be(expected);

    [Theory]
    [InlineData("hello world", "Well, hello world!", "yes")]
    [InlineData("hello world", "hello there world", "no")]
    [InlineData("my name is [1-3=n]", "My name is Ann van Dijk junior", "n = Ann van Dijk")]
    [InlineData("my name is [1-3=n]", "my name is", "no")]
    [InlineData("[1-3=n] please", "pizza with cheese please", "n = pizza with cheese")]
    [InlineData("a [1+=m] b", "a x b y b", "m = x b y")]
    [InlineData("a [1+?=m] b", "a x b y b", "m = x")]
    [InlineData("a (b | b c)[=x]", "a b c", "x = b")]
    [InlineData("a (b | b c)[=x] [End]", "a b c", "x = b c")]
    [InlineData("(x | x y) a", "x y a", "yes")]
    [InlineData("x?[=m] y", "y", "m =")]
    [InlineData("[1] b", "x a b", "no")]
    [InlineData("([1] b)", "x a b", "yes")]
    [InlineData("[1-2=x] [1=y]", "a b c", "x = a b; y = c")]
    [InlineData("< hello (earth | world) >[=p]", "earth, hello", "p = earth hello")]
    [InlineData("hello _ world", "hello a b c d e f world", "no")]
    [InlineData("hello _ world", "hello a b c d e world", "yes")]
    [InlineData("[Start] hello", "well hello", "no")]
    [InlineData("[Start] hello", "!hello", "no")]
    [InlineData("[Start] hello", "hello", "yes")]
    [InlineData("[Start] [End]", "", "yes")]
    [InlineData("e-mail", "email", "yes")]
    [InlineData("e-mail", "e-mail", "yes")]
    [InlineData("e-mail", "e mail", "yes")]
    [InlineData("harry's", "harrys", "yes")]
    [InlineData("harry's", "harry's", "yes")]
    [InlineData("harry's", "harry’s", "yes")]
    [InlineData("harry's", "harry s", "no")]
    [InlineData("(a _ b)[=x] d", "a q b c b d", "x = a q b c b")]
    public void Matches_are_chosen_as_specified(string pattern, string input, string expected) =>
        MatchRows.Describe(pattern, input).Should().Be(expected);

    [Theory]
    [InlineData("be on", "I was on time", "yes")]
    [InlineData("do not", "I don't know", "yes")]
    [InlineData("i be [1=x]", "I'm Ann", "x = Ann")]
    [InlineData("what _ be _ weather", "What's the weather?", "yes")]
    public void English_words_match_their_dictionary_forms(string pattern, string input, string expected) =>
        MatchRows.Describe(pattern, input, isEnglish: true).Should().Be(expected);

    [Theory]
    [InlineData("(a _ b) d", "a q b c b d", "yes")]
    [InlineData("(a|b)[2] c", "a b c", "yes")]
    [InlineData("a b? c?", "a", "yes")]
    [InlineData("x (a b)? c", "x a b c", "yes")]
    [InlineData("a?", "", "yes")]
    [InlineData("(a b)[1-2=x]", "a b a b", "x = a b a b")]
    [InlineData("hello (my friend)?[=x]", "hello my friend", "x = my friend")]
    [InlineData("a[2-3?] b", "a x y b", "no")]
    [InlineData("a [1+?=x] c", "a 1 2 3 c", "x = 1 2 3")]
    [InlineData(@"pay /\d+/[=n]", "pay 10 euro", "n = 10")]
    [InlineData("/x*/[=n]", "abc", "n =")]
    [InlineData("'11'", "1", "no")]
    [InlineData("[2?=x]", "a b c", "x = a b")]
    [InlineData("a _[=x] b", "a x y b", "x = x y")]
    [InlineData("a _? b", "a x y b", "yes")]
    public void Where_the_reference_is_weaker_the_required_result_is_found(string pattern, string input, string expected) =>
        MatchRows.Describe(pattern, input).Should().Be(expected);

    [Theory]
    [InlineData("", "anything", "no")]
    [InlineData("", "", "no")]
    [InlineData(".*", "any thing", "yes")]
    [InlineData(".*", "", "no")]
    [InlineData("[]", "x", "yes")]
    [InlineData("a [=x]", "a b c", "x = b")]
    [InlineData("[0+=x]", "a b", "x = a b")]
    [InlineData("%NOUN", "cat", "no")]
    [InlineData("a[2+=x] b", "a a a b", "x = a a a")]
    [InlineData("a[1-2?=x] b", "a a b", "x = a a")]
    [InlineData("(a[=y] | b)[1+=x]", "a b a b", "x = a b a b; y = a")]
    public void Elements_consume_as_specified(string pattern, string input, string expected) =>
        MatchRows.Describe(pattern, input).Should().Be(expected);
}
