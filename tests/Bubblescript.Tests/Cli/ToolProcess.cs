using System.Diagnostics;

namespace Bubblescript.Tests.Cli;

/// <summary>The tool as a process of its own.</summary>
internal static class ToolProcess
{
    public static Process Start(params string[] arguments)
    {
        string output = Path.GetRelativePath(Path.Combine(RepositoryFolder.Path, "tests", "Bubblescript.Tests"), AppContext.BaseDirectory);
        string tool = Path.Combine(RepositoryFolder.Path, "src", "Bubblescript.Cli", output, "bubble.dll");
        ProcessStartInfo start = new("dotnet", [tool, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        return Process.Start(start)!;
    }
}
