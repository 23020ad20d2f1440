using Bubblescript.Cli;

namespace Bubblescript.Tests.Cli;

/// <summary>Runs the tool as a shell would, with redirected input and output.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static async Task<ToolRun> StartAsync(string input, params string[] arguments)
    {
        using StringReader reader = new(input);
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int exitCode = await BubbleTool.RunAsync(arguments, new ToolConsole(reader, output, error, IsTerminal: false, ShowsProgress: false));
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
