using System.Text.Json.Nodes;

namespace Bubblescript.Tests.Cli;

public sealed class CheckCommandTests
{
    private const string Faulty = "dialog main do\n  invoke nowhere\n  say frobnicate(1)\nend\n\n@spare 3\n";

    [Fact]
    public async Task All_diagnostics_are_shown_with_their_place_and_counted()
    {
        using TemporaryBot bot = new(("main.bubble", Faulty));

        ToolRun run = await ToolRun.StartAsync("", "check", bot.Folder);

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain($"{bot.PathOf("main.bubble")}(2,10): error BS0101: unknown dialog 'nowhere'");
        run.Output.Should().Contain("\n      invoke nowhere\n             ^^^^^^^\n");
        run.Output.Should().EndWith("2 errors, 1 warning\n");
    }

    [Fact]
    public async Task A_bot_without_errors_gives_status_0()
    {
        using TemporaryBot bot = new(("main.bubble", "dialog main do\n  say \"Hi\"\nend\n"));

        ToolRun run = await ToolRun.StartAsync("", "check", bot.PathOf("main.bubble"));

        run.ExitCode.Should().Be(0);
        run.Output.Should().Be("0 errors, 0 warnings\n");
    }

    [Fact]
    public async Task Tools_get_JSON()
    {
        using TemporaryBot bot = new(("main.bubble", Faulty));

        ToolRun run = await ToolRun.StartAsync("", "check", bot.Folder, "--json");

        run.ExitCode.Should().Be(1);
        JsonArray diagnostics = JsonNode.Parse(run.Output)!.AsArray();
        diagnostics.Should().HaveCount(3);
        ((string?)diagnostics[0]!["code"]).Should().Be("BS0101");
        ((string?)diagnostics[0]!["severity"]).Should().Be("error");
        ((string?)diagnostics[0]!["file"]).Should().Be(bot.PathOf("main.bubble"));
        ((int)diagnostics[0]!["line"]!).Should().Be(2);
        ((int)diagnostics[0]!["column"]!).Should().Be(10);
    }

    [Fact]
    public async Task Bots_in_one_folder_are_checked_together()
    {
        using TemporaryBot bots = new(
            ("a/one.bubble", "dialog main do\n  switch_bot \"two\", dialog: start\n  switch_bot \"three\"\nend\n"),
            ("two/main.bubble", "dialog start do\n  return_bot\nend\n"));

        ToolRun run = await ToolRun.StartAsync("", "check", bots.Folder);

        run.Output.Should().StartWith($"{bots.PathOf("a/one.bubble")}(3,14): error BS0108: unknown bot 'three'");
        run.Output.Should().EndWith("1 error, 1 warning\n", "the second bot has no main, and its dialog is reached from the first");
    }

    [Fact]
    public async Task The_sample_bots_have_neither_errors_nor_warnings()
    {
        ToolRun run = await ToolRun.StartAsync("", "check", Path.Combine(RepositoryFolder.Path, "samples", "bots"));

        run.Output.Should().Be("0 errors, 0 warnings\n");
    }
}
