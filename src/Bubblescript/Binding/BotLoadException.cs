using System.Collections.Immutable;
using Bubblescript.Diagnostics;

namespace Bubblescript.Binding;

/// <summary>Thrown when a bot has errors and so cannot run (language reference, section 11). The message shows every diagnostic.</summary>
public sealed class BotLoadException : Exception
{
    /// <summary>Makes the exception of a bot with errors.</summary>
    /// <param name="botId">The bot.</param>
    /// <param name="diagnostics">All its diagnostics, warnings too.</param>
    public BotLoadException(string botId, ImmutableArray<Diagnostic> diagnostics)
        : base(Describe(botId, diagnostics)) => Diagnostics = diagnostics;

    /// <summary>All diagnostics of the bot, errors and warnings, by file and place.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    private static string Describe(string botId, ImmutableArray<Diagnostic> diagnostics)
    {
        int errors = diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        string count = errors == 1 ? "1 error" : $"{errors} errors";
        return $"The bot '{botId}' has {count} and cannot run.\n{string.Join('\n', diagnostics)}";
    }
}
