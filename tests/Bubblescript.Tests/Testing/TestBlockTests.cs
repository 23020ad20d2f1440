using Bubblescript.Binding;
using Bubblescript.Testing;

namespace Bubblescript.Tests.Testing;

public sealed class TestBlockTests
{
    private const string Script = """
        dialog main do
          say "Welcome."
          n = ask "A number?"
          twice = double(number(n))
          say "Twice is #{twice}."
          x = perform measure
          say "Measured #{x}."
        end

        dialog event: "ping" do
          say "pong #{event.payload.n}"
        end

        function double(_x) do
          return _x * 2
        end

        task measure do
          return random(1000000)
        end


        """;

    [Theory]
    [InlineData("""
        expect "number"
        say "4"
        expect "twice be 8"
        assert twice == 8
        assert n == "4"
        """)]
    [InlineData("""
        mock measure, 17
        mock double, 5
        say "4"
        expect "twice is 5"
        expect "measured 17"
        unmock double
        assert double(3) == 6
        """)]
    [InlineData("""
        sum = 0
        repeat i in [1, 2, 3] do
          sum = sum + i
        end
        assert sum == 6
        repeat 2 do
          sum = sum + 1
        end
        repeat do
          sum = sum + 1
          if sum > 9 do
            break
          end
        end
        assert sum == 10
        unless sum == 10 do
          fail "no"
        else
          assert length([1]) == 1
        end
        """)]
    [InlineData("""
        emit "ping", n: 3
        expect "pong 3"
        emit "ping", [n: 4]
        expect "pong 4"
        """)]
    public async Task Tests_that_hold_pass(string body)
    {
        TestBlockResult result = await RunAsync(body);

        result.Failure.Should().BeNull(result.Report);
        result.Report.Should().Be("case (main.bubble:22)");
    }

    [Theory]
    [InlineData("expect \"farewell\"", "no message matched \"farewell\" before the bot waited for the user")]
    [InlineData("assert n == 3", "'n == 3' does not hold; n is nil")]
    [InlineData("assert not true", "'not true' does not hold")]
    [InlineData("fail \"as planned\"", "as planned")]
    [InlineData("fail", "the test says that it failed")]
    [InlineData("x = 1 / 0", "division by zero: 1 / 0")]
    [InlineData("expect \"(\" + \"a\"", "'(a' is no BML pattern: *")]
    public async Task Tests_that_do_not_hold_say_why(string body, string failure)
    {
        TestBlockResult result = await RunAsync(body);

        result.Failure.Should().Match(failure);
        result.Line.Should().Be(23);
        result.File.Should().Be("main.bubble");
    }

    [Fact]
    public async Task A_failing_test_gives_exactly_this_report()
    {
        TestBlockResult result = await RunAsync("""
            expect "number"
            say "4"
            expect "thrice"
            """);

        result.Report.Should().StartWith("""
            main.bubble:25: case: no message matched "thrice" before the bot waited for the user
                expected        | happened
                ----------------+----------------------
                                | bot: Welcome.
                expect "number" | bot: A number?
                say "4"         | say "4"
                                | bot: Twice is 8.
            """);
        result.Report.Should().EndWith("\n  > expect \"thrice\" |");
    }

    [Fact]
    public async Task An_unknown_test_is_refused()
    {
        Func<Task> run = () => TestBlockRunner.RunAsync(Bot.Parse(Script), "none");

        await run.Should().ThrowAsync<ArgumentException>().WithMessage("The bot 'main' has no test 'none'.*");
    }

    private static Task<TestBlockResult> RunAsync(string body) =>
        TestBlockRunner.RunAsync(Bot.Parse($"{Script}test \"case\" do\n{body}\nend\n"), "case");
}
