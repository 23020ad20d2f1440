using Bubblescript.Matching;

namespace Bubblescript.Tests.Matching;

/// <summary>The texts and places of parse errors.</summary>
public sealed class PatternErrorTests
{
    [Theory]
    [InlineData("hi!", 3, "Elements are separated by blanks: put one before '!', or write the text as a literal in double quotes.")]
    [InlineData("a(b)", 2, "Elements are separated by blanks: put one before '(', or write the text as a literal in double quotes.")]
    [InlineData("(a)(b)", 4, "Elements are separated by blanks: put one before '(', or write the text as a literal in double quotes.")]
    [InlineData("foo.bar", 4, "Elements are separated by blanks: put one before '.', or write the text as a literal in double quotes.")]
    [InlineData("a-b-c", 4, "A word can hold one '-' or '\\'' between letters only; write several words, or the text as a literal in double quotes.")]
    [InlineData("  a )", 5, "This ')' has no '('.")]
    [InlineData("(a", 1, "This '(' has no ')'.")]
    [InlineData("< a b", 1, "This '<' has no '>'.")]
    [InlineData("< a | b >", 5, "'|' cannot stand directly in '< … >'; put the alternatives in parentheses.")]
    [InlineData("()", 2, "There is nothing before this ')'.")]
    [InlineData("a |", 4, "There is nothing after the last '|'.")]
    [InlineData("| a", 1, "There is nothing before this '|'.")]
    [InlineData("a | | b", 5, "There is nothing before this '|'.")]
    [InlineData("[nmber]", 2, "Unknown entity kind 'nmber'. Did you mean 'number'?")]
    [InlineData("[start]", 2, "Unknown entity kind 'start'. Did you mean '[Start]'?")]
    [InlineData("[colour]", 2, "Unknown entity kind 'colour'. To capture a word, write '[=colour]'.")]
    [InlineData("word[number]", 5, "'[number]' is an element of its own and cannot follow another; put a blank before it.")]
    [InlineData("a[End]", 2, "'[End]' is an element of its own and cannot follow another; put a blank before it.")]
    [InlineData("a?[1]", 3, "'?' cannot be followed by a count; write '[0-n]' instead.")]
    [InlineData("a?[number]", 3, "'[number]' is an element of its own and cannot follow another; put a blank before it.")]
    [InlineData("_[2]", 2, "'_' cannot have a count; write '[n-m]' for a number of arbitrary words.")]
    [InlineData("[2-1]", 1, "The smaller number comes first: write '[1-2]'.")]
    [InlineData("[1-]", 3, "A number is missing after '-'; write '[n-m]', or '[n+]' for no upper limit.")]
    [InlineData("[1", 1, "This '[' has no ']'.")]
    [InlineData("[1 ]", 3, "Blanks cannot stand in '[…]'.")]
    [InlineData("[x1]", 3, "Names in '[…]' consist of letters and '_' only.")]
    [InlineData("[=]", 3, "A name is missing after '='; names consist of letters and '_'.")]
    [InlineData("[a*]", 3, "'*' cannot stand in '[…]'; it holds a count such as '2-3', an entity kind, 'Start' or 'End', and '=name'.")]
    [InlineData("[1]?", 4, "'?' can follow a word, a literal, a group or another single element once, and no block '[…]'; put the element in parentheses: '(…)?'.")]
    [InlineData("a[1][2]", 5, "An element can have one block '[…]' only; put the element in parentheses.")]
    [InlineData("a ?", 3, "There is nothing before this '?' to repeat.")]
    [InlineData("a .*", 3, "'.' cannot stand here; only the whole pattern '.*' means any words. Write '_' or '[1+]' for arbitrary words.")]
    [InlineData("a ^b", 3, "'^' can only begin a pattern, which then is a regular expression; write '[Start]' here.")]
    [InlineData("\"abc", 1, "This literal has no closing '\"'.")]
    [InlineData("'abc", 1, "This literal has no closing '\\''; an apostrophe can only stand inside a word.")]
    [InlineData("/abc", 1, "This regular expression has no closing '/'.")]
    [InlineData("a /b(/", 6, "Invalid regular expression: a '(' has no ')'.")]
    [InlineData("^a(", 4, "Invalid regular expression: a '(' has no ')'.")]
    [InlineData("%", 1, "'%' needs a part of speech such as %NOUN.")]
    [InlineData("@", 1, "'@' needs the name of a constant, as in @drinks or @menu.drinks, of letters and '_' only.")]
    [InlineData("@none", 1, "Unknown concept '@none'.")]
    [InlineData("@price", 1, "The concept '@price' is a number; it must be a pattern, a list of patterns, an intent or an entity matcher.")]
    [InlineData("x @loop", 3, "The concept '@loop' holds the invalid pattern \"a @loop\", column 3: The concept '@loop' refers to itself.")]
    [InlineData("< a b c d e f g h i j k >", 1, "A permutation can have at most 10 parts; this one has 11.")]
    [InlineData("a ; b", 3, "';' cannot stand here; write it as a literal in double quotes.")]
    public void An_invalid_pattern_is_refused_with_a_helpful_message(string pattern, int column, string message)
    {
        BmlOptions options = new()
        {
            Concepts = path => path switch
            {
                "price" => BmlConcept.Unsuitable("is a number"),
                "loop" => BmlConcept.Of("a @loop"),
                _ => null,
            },
        };

        BmlPattern.TryParse(pattern, options, out _, out BmlParseError? error).Should().BeFalse();

        (error!.Column, error.Message).Should().Be((column, message));
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        BmlPattern.TryParse(new string('(', 100_000), out _, out BmlParseError? error).Should().BeFalse();

        error!.Message.Should().Be("Parentheses and concepts are nested deeper than 100 levels.");
    }

    [Fact]
    public void Concepts_that_grow_beyond_measure_are_refused()
    {
        BmlOptions options = new() { Concepts = path => path.Length == 20 ? BmlConcept.Of("x") : BmlConcept.Of($"@{path}a @{path}a") };

        BmlPattern.TryParse("@a", options, out _, out BmlParseError? error).Should().BeFalse();

        error!.Message.Should().Contain("The pattern is too large: it has more than 10000 elements.");
    }

    [Fact]
    public void Parse_throws_with_pattern_and_column() =>
        FluentActions.Invoking(() => BmlPattern.Parse("a )")).Should().Throw<BmlParseException>()
            .WithMessage("Invalid BML pattern \"a )\", column 3: This ')' has no '('.").Which.Error.Column.Should().Be(3);

    [Theory]
    [InlineData("@drink[=x]", "a cup of tea", "x = tea")]
    [InlineData("@drink", "green tea please", "drink = tea")]
    [InlineData("@menu.hot", "tea", "yes")]
    [InlineData("@menu.hot[=h]", "coffee", "h = coffee")]
    [InlineData("a @drink b", "a tea b", "drink = tea")]
    [InlineData("@drink?[=x] now", "now", "x =")]
    [InlineData("@drink[2+=x]", "tea juice", "x = tea juice")]
    public void Concepts_are_used_in_place(string pattern, string text, string expected)
    {
        BmlOptions options = new()
        {
            Concepts = path => path switch
            {
                "drink" => BmlConcept.Of("tea", "juice"),
                "menu.hot" => BmlConcept.Of("(tea | coffee)"),
                _ => null,
            },
        };

        MatchRows.Describe(BmlPattern.Parse(pattern, options), text).Should().Be(expected);
    }

    [Fact]
    public void A_host_may_add_entity_kinds()
    {
        BmlOptions options = new() { EntityKinds = ["pizza"] };

        BmlPattern.Parse("a [pizza] please", options).EntityKinds.Should().Equal("pizza");
    }
}
