using System.Diagnostics;

namespace Bubblescript.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_lists_the_commands()
    {
        ToolRun run = await ToolRun.StartAsync("", "--help");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("run <PATH>").And.Contain("check <PATH>").And.Contain("test <PATH>");
    }

    [Theory]
    [InlineData("run", "Chats with a bot: on a terminal")]
    [InlineData("check", "Shows all errors and warnings of a bot.")]
    [InlineData("test", "Runs transcripts and the test blocks of bots.")]
    [InlineData("i18n", "Writes or updates the table of translations of a bot for a locale")]
    public async Task Every_command_explains_itself(string command, string text)
    {
        ToolRun run = await ToolRun.StartAsync("", command, "--help");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain(text);
    }

    [Fact]
    public async Task Without_a_command_the_help_is_shown_as_an_error()
    {
        ToolRun run = await ToolRun.StartAsync("");

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("conversations <DB>");
    }

    [Theory]
    [InlineData("there is no command 'tets'; did you mean 'test'?", "bubble", "tets")]
    [InlineData("there is no command 'dance'; the commands are run, check, test, i18n, match, conversations", "bubble", "dance", "now")]
    [InlineData("there is no option '--stroe'; did you mean '--store'?", "bubble run", "run", "bot", "--stroe", "chat.db")]
    [InlineData("there is no option '--verbose'", "bubble check", "check", "--verbose", "bot")]
    [InlineData("there is no option '--explian'; did you mean '--explain'?", "bubble match", "match", "--explian", "a", "b")]
    [InlineData("Required argument 'ADDRESS' missing for command: 'show'.", "bubble conversations DB show", "conversations", "chat.db", "show")]
    [InlineData("'--seed' needs a whole number and not 'abc'.", "bubble run", "run", "bot", "--seed", "abc")]
    public async Task A_slip_of_the_pen_is_named(string problem, string command, params string[] arguments)
    {
        ToolRun run = await ToolRun.StartAsync("", arguments);

        run.Should().Be(new ToolRun(2, "", $"bubble: {problem}\nRun '{command} --help' to see how it is used.\n"));
    }

    [Theory]
    [InlineData("'--user' needs an id", "run", "samples/bots/coffee", "--user", "")]
    [InlineData("'--g' needs a name; without the option it is 'main'", "run", "samples/bots/coffee", "--g", "")]
    [InlineData("give a pattern and a text, or '--batch FILE'", "match", "a")]
    [InlineData("there is no time zone 'Nowhere'; zones have names such as Europe/Amsterdam", "match", "a", "b", "--time-zone", "Nowhere")]
    [InlineData("'?' is no locale; a locale is written as nl, nl_BE, nl.FORMAL or nl_BE.FORMAL", "match", "a", "b", "--locale", "?")]
    [InlineData("no case has 'nothing of this' in its file or name", "test", "samples/bots/coffee", "--filter", "nothing of this")]
    public async Task A_value_that_cannot_be_meant_is_named(string problem, params string[] arguments)
    {
        string[] located = [.. arguments.Select(static argument => argument.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(RepositoryFolder.Path, argument) : argument)];

        ToolRun run = await ToolRun.StartAsync("", located);

        run.Should().Be(new ToolRun(2, "", $"bubble: {problem}\n"));
    }

    [Fact]
    public async Task After_two_dashes_a_path_may_begin_with_one()
    {
        ToolRun run = await ToolRun.StartAsync("", "check", "--", "--bot");

        run.Error.Should().Be("bubble: there is no file or folder '--bot'\n");
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_message()
    {
        using TemporaryBot bot = new(("main.bubble", "dialog main do\n  name = ask \"Who are you?\"\n  say \"Hello #{name}!\"\nend\n"));
        using Process process = ToolProcess.Start("run", bot.Folder);
        process.StandardInput.BaseStream.Write([0xEF, 0xBB, 0xBF, .. "Zoë\r\n"u8]);
        process.StandardInput.Close();

        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        output.Should().Be("bot: Who are you?\nbot: Hello Zoë!\n");
    }

    [Fact]
    public async Task A_wrong_command_line_gives_status_2_and_points_to_the_help()
    {
        ToolRun run = await ToolRun.StartAsync("", "run");

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Be("bubble: Required argument 'PATH' missing for command: 'run'.\nRun 'bubble run --help' to see how it is used.\n");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("test")]
    public async Task A_path_that_does_not_exist_gives_status_2(string command)
    {
        ToolRun run = await ToolRun.StartAsync("", command, "no/such/bot");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Be("bubble: there is no file or folder 'no/such/bot'\n");
    }

    [Fact]
    public async Task A_folder_without_scripts_gives_status_2()
    {
        string folder = Path.Combine(RepositoryFolder.Path, "tests", "Conformance");

        ToolRun run = await ToolRun.StartAsync("", "check", folder);

        run.ExitCode.Should().Be(2);
        run.Error.Should().Be($"bubble: the folder '{folder}' has no scripts (*.bubble)\n");
    }
}
