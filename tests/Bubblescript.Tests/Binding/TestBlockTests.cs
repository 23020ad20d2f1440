using Bubblescript.Binding;

namespace Bubblescript.Tests.Binding;

public sealed class TestBlockTests
{
    [Theory]
    [InlineData("expect \"x (\"", "error 6:10 BS0207 invalid BML at its column 4: a pattern is missing here")]
    [InlineData("expect", "error 6:3 BS0106 'expect' takes 1 argument, got 0")]
    [InlineData("assert lenght(1)", "error 6:10 BS0102 unknown function 'lenght'; did you mean 'length'?")]
    [InlineData("mock lenght, 3", "error 6:8 BS0102 unknown function or task 'lenght'; did you mean 'length'?")]
    [InlineData("mock length", "error 6:3 BS0106 'mock' takes 2 arguments, got 1")]
    [InlineData("ask \"q\"", "error 6:3 BS0304 'ask' is not allowed in a test; tests use expect, say, emit, assert, mock, unmock, fail")]
    [InlineData("break", "error 6:3 BS0302 'break' is allowed inside 'repeat' only")]
    [InlineData("return", "error 6:3 BS0303 'return' is not allowed in a test; tests use expect, say, emit, assert, mock, unmock, fail")]
    [InlineData("once do\n  end", "error 6:3 BS0304 a test can only assign, call, repeat, decide with 'if', and use the statements of tests; these are expect, say, emit, assert, mock, unmock, fail")]
    public void Mistakes_in_tests_are_reported(string statement, string expected) => In(statement).Should().Equal(expected);

    [Theory]
    [InlineData("expect \"hello _\"")]
    [InlineData("say \"x\"")]
    [InlineData("emit \"e\", a: 1")]
    [InlineData("assert total == 3")]
    [InlineData("mock length, 3")]
    [InlineData("mock calc, 3")]
    [InlineData("unmock length")]
    [InlineData("fail \"x\"")]
    [InlineData("x = 3")]
    [InlineData("if x do say \"a\" else fail \"b\" end")]
    [InlineData("repeat 3 do\n    break\n  end")]
    [InlineData("length([1])")]
    public void Statements_of_tests_are_fine(string statement) => In(statement).Should().BeEmpty();

    [Fact]
    public void Tests_have_names_that_are_unique_in_the_bot()
    {
        BotSources sources = new("b", [new BotFile("main.bubble", "dialog main do\nend\ntest \"a\" do\nend"), new BotFile("more.test.bubble", "test \"b\" do\n  say \"x\"\nend\ntest \"a\" do\nend")]);

        DiagnosticText.Of(sources).Should().Equal("more.test.bubble error 4:6 BS0203 duplicate test 'a': it is already defined at main.bubble:3; rename one of them");
        Bot.Build(sources with { Files = sources.Files.SetItem(1, new BotFile("more.test.bubble", "test \"b\" do\nend")) }).TestNames.Should().Equal("a", "b");
    }

    [Fact]
    public void Test_files_hold_only_tests() =>
        DiagnosticText.OfFiles(("main.bubble", "dialog main do\nend"), ("a.test.bubble", "test \"a\" do\nend\ndialog x do\nend")).Should().Equal(
            "a.test.bubble error 3:1 BS0304 a file '*.test.bubble' holds only tests; move this to a script");

    private static IEnumerable<string> In(string statement) => DiagnosticText.Of($"dialog main do\nend\ntask calc do\nend\ntest \"t\" do\n  {statement}\nend");
}
