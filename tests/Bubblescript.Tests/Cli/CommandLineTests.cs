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
