using Bubblescript.Binding;

namespace Bubblescript.Tests.Binding;

public sealed class NameSuggestionTests
{
    [Theory]
    [InlineData("ask_nmae", "ask_name")]
    [InlineData("lenght", "length")]
    [InlineData("timout", "timeout")]
    [InlineData("quick_replys", "quick_replies")]
    [InlineData("switch_langauges", "switch_language")]
    [InlineData("ab", "abc")]
    public void Close_names_are_proposed(string name, string expected) =>
        NameSuggestion.FindClosest(name, ["ask_name", "length", "timeout", "quick_replies", "switch_language", "abc"]).Should().Be(expected);

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("x")]
    [InlineData("")]
    public void Distant_names_are_not_proposed(string name) => NameSuggestion.FindClosest(name, ["ask_name", "length", "y", "zz"]).Should().BeNull();

    [Fact]
    public void The_closest_wins_and_then_the_first() => NameSuggestion.FindClosest("finsh", ["fish", "finish", "finch"]).Should().Be("fish");

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abcd", "acbd", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distances_count_insertions_deletions_replacements_and_swaps(string first, string second, int expected)
    {
        NameSuggestion.EditDistance(first, second).Should().Be(expected);
        NameSuggestion.EditDistance(second, first).Should().Be(expected);
    }
}
