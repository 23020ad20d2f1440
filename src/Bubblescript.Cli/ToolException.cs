namespace Bubblescript.Cli;

/// <summary>Ends a command with a message for the user.</summary>
internal sealed class ToolException(string message, int exitCode = ExitCode.Usage) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
