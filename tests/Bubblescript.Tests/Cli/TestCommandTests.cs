using System.Text.Json.Nodes;

namespace Bubblescript.Tests.Cli;

public sealed class TestCommandTests
{
    private const string Script = """
        dialog main do
          say "Hello."
          n = 3
        end

        test "greets" do
          expect "hello"
          assert n == 3
        end

        test "does not sing" do
          expect "la la"
        end
        """;

    private const string Transcript = """
        # Greeting
        ```chat
        bot: Hello.
        ```

        # Parting
        ```chat
        bot: Hello.
        bot: Bye.
        ```
        """;

    [Fact]
    public async Task Failing_cases_are_shown_and_all_are_counted()
    {
        using TemporaryBot bot = new(("main.bubble", Script), ("greeting.md", Transcript));

        ToolRun run = await ToolRun.StartAsync("", "test", bot.Folder);

        run.ExitCode.Should().Be(1);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be($"""
            {bot.PathOf("greeting.md")}:9: Parting: expected 'bot: Bye.', but the bot did nothing more
                expected    | happened
                ------------+------------
                bot: Hello. | bot: Hello.
              > bot: Bye.   |

            {bot.PathOf("main.bubble")}:12: does not sing: no message matched "la la" before the bot waited for the user
                expected       | happened
                ---------------+------------
                               | bot: Hello.
              > expect "la la" |

            2 passed, 2 failed

            """);
    }

    [Fact]
    public async Task A_filter_selects_by_name_or_file()
    {
        using TemporaryBot bot = new(("main.bubble", Script), ("greeting.md", Transcript));

        (await ToolRun.StartAsync("", "test", bot.Folder, "--filter", "greet")).Output.Should().EndWith("2 passed, 1 failed\n");
        (await ToolRun.StartAsync("", "test", bot.Folder, "--filter", "sing")).Output.Should().EndWith("0 passed, 1 failed\n");
        (await ToolRun.StartAsync("", "test", bot.PathOf("greeting.md"), "--filter", "GREETING")).Output.Should().EndWith("1 passed, 1 failed\n");
    }

    [Fact]
    public async Task Tools_get_one_JSON_object_per_case()
    {
        using TemporaryBot bot = new(("main.bubble", Script), ("greeting.md", Transcript));

        ToolRun run = await ToolRun.StartAsync("", "test", bot.PathOf("greeting.md"), "--json");

        run.ExitCode.Should().Be(1);
        JsonNode[] lines = [.. run.Output.TrimEnd('\n').Split('\n').Select(static line => JsonNode.Parse(line)!)];
        lines.Should().HaveCount(3);
        ((bool)lines[0]["passed"]!).Should().BeTrue();
        ((int)lines[1]["line"]!).Should().Be(9);
        ((string?)lines[1]["failure"]).Should().Be("expected 'bot: Bye.', but the bot did nothing more");
        ((string?)lines[1]["conversation"]![1]!["expected"]).Should().Be("bot: Bye.");
        lines[2].ToJsonString().Should().Be("""{"passed":1,"failed":1}""");
    }

    [Fact]
    public async Task A_path_without_tests_gives_status_2()
    {
        using TemporaryBot bot = new(("main.bubble", "dialog main do\n  say \"Hi\"\nend\n"));

        ToolRun run = await ToolRun.StartAsync("", "test", bot.Folder);

        run.ExitCode.Should().Be(2);
        run.Error.Should().Be($"bubble: there is nothing to test in '{bot.Folder}'\n");
    }
}
