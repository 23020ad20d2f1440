using System.CommandLine;
using Bubblescript.Cli.Tests;

namespace Bubblescript.Cli.Commands;

/// <summary><c>bubble test</c>: transcripts and test blocks.</summary>
internal static class TestCommand
{
    public static Command Make(ToolConsole console)
    {
        Argument<string[]> paths = new("PATH")
        {
            Description = "A transcript (*.md), a bot with test blocks, or a folder that is searched for both.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> filter = new("--filter") { Description = "Run only the cases whose file or name contains this text.", HelpName = "TEXT" };
        Option<bool> json = new("--json") { Description = "Write one JSON object per case, and one with the counts." };
        Command command = new("test", "Runs transcripts and the test blocks of bots. The exit status is 1 if a case fails.") { paths, filter, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<TestItem> items = TestSearch.Find(parsed.GetRequiredValue(paths), parsed.GetValue(filter));
            ITestReport report = parsed.GetValue(json) ? new JsonTestReport(console.Output) : new TextTestReport(console, items.Count);
            return await TestSuite.RunAsync(items, report, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }
}
