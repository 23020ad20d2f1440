namespace Bubblescript.Tests.Cli;

public sealed class RunCommandTests
{
    private const string Greeter = """
        dialog main do
          name = ask "Who are you?"
          colour = ask "Colour?", expecting: ["Red", "Blue"]
          say "Hello #{name}", class: "large"
          show image "https://example.com/a.png"
          tag "greeted"
          close
        end

        dialog event: "ping" do
          say "pong #{event.payload.n}"
        end

        dialog event: "crash" do
          x = 1 * nil
        end

        dialog __unknown_location__ do
          say "At #{location.lat}"
        end

        dialog __unknown_attachment__ do
          say "Got #{attachment.url}"
        end
        """;

    [Fact]
    public async Task A_piped_chat_gives_a_transcript_without_what_the_user_said()
    {
        using TemporaryBot bot = new(("main.bubble", Greeter));

        ToolRun run = await ToolRun.StartAsync("Ann\nred\n", "run", bot.Folder);

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be("""
            bot: Who are you?
            bot: Colour?
              quick replies: Red | Blue
            bot: Hello Ann
              class: large
            bot image: https://example.com/a.png
            bot tag: greeted
            closed:

            """);
    }

    [Fact]
    public async Task With_echo_the_output_is_a_whole_transcript()
    {
        using TemporaryBot bot = new(("main.bubble", Greeter));

        ToolRun run = await ToolRun.StartAsync(
            ":event ping {\"n\": 7}\n:location 1.5,2\n:attach file https://example.com/a.pdf\nAnn\n", "run", bot.PathOf("main.bubble"), "--echo");

        run.Output.Should().Be("""
            bot: Who are you?
            user event: ping {"n":7}
            bot: pong 7
            bot: Who are you?
            user location: 1.5, 2
            bot: At 1.5
            bot: Who are you?
            user attachment: file https://example.com/a.pdf
            bot: Got https://example.com/a.pdf
            bot: Who are you?
            user: Ann
            bot: Colour?
              quick replies: Red | Blue

            """);
    }

    [Fact]
    public async Task Commands_look_into_the_conversation()
    {
        using TemporaryBot bot = new(("main.bubble", Greeter));

        ToolRun run = await ToolRun.StartAsync("Ann\n:vars\n:vars name + \"!\"\n:vars 1 +\n:stack\n:shout\n:quit\nred\n", "run", bot.Folder);

        run.Output.Should().Be("""
            bot: Who are you?
            bot: Colour?
              quick replies: Red | Blue
            var: name = "Ann"
            var: name + "!" = "Ann!"
            stack: main, __main__

            """);
        run.Error.Should().Contain("there is no command ':shout'; ':help' lists them, and '::shout' says it\n");
    }

    [Fact]
    public async Task Several_users_can_type()
    {
        using TemporaryBot bot = new(("main.bubble", Greeter));

        ToolRun run = await ToolRun.StartAsync(":as bob\nBob\n:as user\nAnn\n", "run", bot.Folder, "--echo");

        run.Output.Should().Be("""
            bot: Who are you?
            bot to bob: Who are you?
            bob: Bob
            bot to bob: Colour?
              quick replies: Red | Blue
            user: Ann
            bot: Colour?
              quick replies: Red | Blue

            """);
    }

    [Fact]
    public async Task Errors_of_the_script_are_shown()
    {
        using TemporaryBot bot = new(("main.bubble", Greeter));

        ToolRun run = await ToolRun.StartAsync(":event crash\n", "run", bot.Folder);

        run.ExitCode.Should().Be(0);
        run.Output.Should().StartWith("bot: Who are you?\nbot error: ");
    }

    [Fact]
    public async Task A_program_can_chat_in_JSON_lines()
    {
        using TemporaryBot bot = new(("main.bubble", Greeter));

        ToolRun run = await ToolRun.StartAsync(
            "{\"type\": \"user_message\", \"payload\": \"Ann\"}\n\n{\"type\": \"wink\"}\n", "run", bot.Folder, "--json");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Be("line 3: 'wink' is no type of user action; use user_message, user_event, user_location, user_attachment, typing or connect\n");
        string[] lines = run.Output.TrimEnd('\n').Split('\n');
        lines.Should().HaveCount(2);
        lines[0].Should().Contain("\"type\":\"text\",\"payload\":{\"message\":\"Who are you?\"}");
        lines[1].Should().Contain("\"quick_replies\":[{\"content_type\":\"text\",\"title\":\"Red\"},{\"content_type\":\"text\",\"title\":\"Blue\"}]");
    }

    [Fact]
    public async Task A_bot_with_errors_does_not_run()
    {
        using TemporaryBot bot = new(("main.bubble", "dialog main do\n  invoke nowhere\nend\n"));

        ToolRun run = await ToolRun.StartAsync("", "run", bot.Folder);

        run.ExitCode.Should().Be(1);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith($"bubble: the bot does not run\n{bot.PathOf("main.bubble")}(2,10): error BS0101: ");
    }

    [Fact]
    public async Task The_sample_bot_takes_a_whole_order_from_a_pipe()
    {
        ToolRun run = await ToolRun.StartAsync("two cappuccinos please\nlarge\nno\nyes\n", "run", Path.Combine(RepositoryFolder.Path, "samples", "bots", "coffee"));

        run.ExitCode.Should().Be(0);
        run.Output.Should().EndWith("""
            bot: That is 2 large cappuccinos: € 8.20.
            bot: Is that right?
              quick replies: Yes | No
            bot tag: ordered
            bot: Thank you! It will be ready in 4 minutes.
            closed:

            """);
    }
}
