namespace Bubblescript.Cli;

/// <summary>The exit statuses of the tool.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The bot has errors, or tests failed.</summary>
    public const int Failure = 1;

    /// <summary>The command line, or what it names, is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C or a termination signal.</summary>
    public const int Cancelled = 130;
}
