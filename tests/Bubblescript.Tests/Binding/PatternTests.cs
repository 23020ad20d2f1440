using Bubblescript.Binding;
using Bubblescript.Matching;

namespace Bubblescript.Tests.Binding;

public sealed class PatternTests
{
    [Theory]
    [InlineData("ask \"q\", expecting: \"a (\"", "error 2:23 BS0207 invalid BML at its column 4: a pattern is missing here")]
    [InlineData("ask \"q\", expecting: entity(match: \"[numbr]\")", "error 2:37 BS0207 invalid BML at its column 2: unknown entity kind 'numbr'. Did you mean 'number'?")]
    [InlineData("ask \"q\", expecting: [intent(match: [\"a\", \"b)\"])]", "error 2:44 BS0207 invalid BML at its column 2: this ')' has no '('")]
    [InlineData("say match(\"x\", \"y)\").z", "error 2:18 BS0207 invalid BML at its column 2: this ')' has no '('")]
    [InlineData("say \"x\" |> match(\"y)\")", "error 2:20 BS0207 invalid BML at its column 2: this ')' has no '('")]
    [InlineData("dialog trigger: \"hi @drnks\" do\n  end", "error 2:19 BS0207 invalid BML at its column 4: unknown concept '@drnks'")]
    [InlineData("dialog trigger: \"hi @number\" do\n  end", "error 2:19 BS0207 invalid BML at its column 4: …")]
    [InlineData("dialog trigger: @bad do\n  end", "error 2:19 BS0207 invalid BML at its column 3: …")]
    [InlineData("dialog trigger: [\"a\", \"b)\"] do\n  end", "error 2:25 BS0207 invalid BML at its column 2: this ')' has no '('")]
    [InlineData("dialog trigger: \"num #<n:[0-9>\" do\n  end", "error 2:19 BS0207 invalid pattern at its column 14: invalid regular expression: a '[' has no ']'")]
    public void Invalid_patterns_are_errors(string statement, string expected)
    {
        string line = In(statement).Should().ContainSingle().Subject;
        (expected.EndsWith('…') ? line[..(expected.Length - 1)] + "…" : line).Should().Be(expected);
    }

    [Theory]
    [InlineData("ask \"q\", expecting: [\"a (\", \"b)\"]")]
    [InlineData("ask \"q\", expecting: \"#{x} (\"")]
    [InlineData("ask \"q\", expecting: \"hi @drinks | @menu.food\"")]
    [InlineData("dialog trigger: @drinks do\n  end")]
    [InlineData("dialog trigger: \"@pet @menu.food\" do\n  end")]
    public void Choices_computed_texts_and_known_concepts_are_fine(string statement) => In(statement).Should().BeEmpty();

    [Theory]
    [InlineData("x = list[_foo: 1]", "error 2:12 BS0208 unknown query operator '_foo'")]
    [InlineData("x = filter(list, [a: [_foo: 1]])", "error 2:20 BS0208 unknown query operator '_foo'")]
    [InlineData("x = filter(list, a: [_foo: 1])", "error 2:20 BS0208 unknown query operator '_foo'")]
    [InlineData("x = list |> count([_foo: 1])", "error 2:21 BS0208 unknown query operator '_foo'")]
    [InlineData("list[_foo: 1].a = 3", "error 2:8 BS0208 unknown query operator '_foo'")]
    public void Invalid_literal_queries_are_errors(string statement, string expected) => In(statement).Should().Equal(expected);

    [Fact]
    public void Computed_queries_are_left_to_the_run() => In("x = filter(list, [a: [_foo: y]])").Should().BeEmpty();

    [Fact]
    public void Host_entity_kinds_are_known() =>
        DiagnosticText.Of(new BotSources("main", [new BotFile("main.bubble", "dialog main do\nend\ndialog trigger: \"[pizza]\" do\nend")]) { EntityKinds = ["pizza"] }).Should().BeEmpty();

    [Fact]
    public void The_cache_parses_a_pattern_once_and_stays_small()
    {
        PatternCache cache = new(BmlOptions.Default);
        cache.TryGet("cat", out UtterancePattern? first, out _).Should().BeTrue();
        cache.TryGet("cat", out UtterancePattern? second, out _);
        second.Should().BeSameAs(first);
        for (int i = 0; i < PatternCache.GenerationSize; i++)
        {
            cache.TryGet(FormattableString.Invariant($"dog {i} x"), out _, out _);
        }

        cache.TryGet("cat", out second, out _);
        second.Should().BeSameAs(first, "the generation before is kept");
        for (int i = 0; i < 2 * PatternCache.GenerationSize; i++)
        {
            cache.TryGet(FormattableString.Invariant($"cow {i} x"), out _, out _);
        }

        cache.TryGet("cat", out second, out _);
        second.Should().NotBeSameAs(first);
        cache.TryGet("a (", out _, out BmlParseError? error).Should().BeFalse();
        error.Should().NotBeNull();
    }

    private static IEnumerable<string> In(string statement) => DiagnosticText.Of(
        $$"""
        dialog main do
          {{statement}}
          log [@bad, @number, @drinks, @menu, @pet]
        end

        @bad "a )"
        @number 3
        @drinks ["tea", "hot? coffee"]
        @menu %{food: ["soup", "bread"]}
        @pet entity(match: "cat | dog")
        """);
}
