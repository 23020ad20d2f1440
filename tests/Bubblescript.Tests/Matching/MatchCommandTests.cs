using Bubblescript.Cli.Commands;
using Bubblescript.Matching;

namespace Bubblescript.Tests.Matching;

public sealed class MatchCommandTests
{
    private static readonly MatchOptions Options = new() { Context = new AnalysisContext { Now = DateTimeOffset.UnixEpoch } };

    [Fact]
    public async Task A_batch_gives_one_line_of_JSON_for_each_line()
    {
        using StringReader input = new("""
            {"pattern": "my name is [1-2=name]", "text": "My name is Peter Pan."}
            {"pattern": "dog", "text": "cat"}

            {"pattern": "a(", "text": "a"}
            {"pattern": "\"é\"[=x]", "text": "É"}
            {"pattern": 5}
            no JSON
            """);
        using StringWriter output = new();

        int exitCode = await MatchCommand.RunBatchAsync(input, output, Options);

        exitCode.Should().Be(2);
        output.ToString().ReplaceLineEndings("\n").Should().Be("""
            {"match":true,"captures":{"name":["Peter","Pan"]}}
            {"match":false}
            {"error":"column 2: Elements are separated by blanks: put one before '(', or write the text as a literal in double quotes."}
            {"match":true,"captures":{"x":["É"]}}
            {"error":"line 6 is no JSON object with the texts \"pattern\" and \"text\""}
            {"error":"line 7 is no JSON object with the texts \"pattern\" and \"text\""}

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task An_explanation_says_which_part_took_which_tokens()
    {
        using StringWriter output = new();

        int exitCode = await MatchCommand.RunAsync("buy _ (tea | coffee)[=what] [number=n]", "Buy me some tea, 2!", output, Options with { Explain = true });

        exitCode.Should().Be(0);
        output.ToString().ReplaceLineEndings("\n").Should().Be("""
            match: Buy me some tea, 2
              what = tea
              n = 2 (number 2)
            tokens: Buy | me | some | tea | 2
              buy          took Buy
              _            took me | some
              tea | coffee took tea
              [number=n]   took 2

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("cat", "dog", 1, "no match\ntokens: dog\n")]
    [InlineData("(cat", "dog", 2, "invalid pattern, column 1: This '(' has no ')'.\n")]
    [InlineData("call #<who>", "call Kim", 0, "match: call Kim\n  who = Kim\ntokens: call | Kim\n")]
    public async Task The_exit_code_tells_the_result(string pattern, string text, int expected, string lines)
    {
        using StringWriter output = new();

        int exitCode = await MatchCommand.RunAsync(pattern, text, output, Options);

        (exitCode, output.ToString().ReplaceLineEndings("\n")).Should().Be((expected, lines));
    }

    [Fact]
    public async Task JSON_holds_tokens_and_steps()
    {
        using StringWriter output = new();

        await MatchCommand.RunAsync("a [1=x]", "a b c", output, Options with { AsJson = true });

        output.ToString().TrimEnd().Should().Be(
            """{"match":true,"captures":{"x":["b"]},"text":"a b","tokens":["a","b","c"],"steps":[{"rule":"a","tokens":["a"]},{"rule":"[1=x]","tokens":["b"]}]}""");
    }
}
