using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bubblescript.Diagnostics;

namespace Bubblescript.Binding;

/// <summary>Loads bots from disk; what cannot be read is a diagnostic like any other.</summary>
internal static class BotLoader
{
    public static bool TryLoad(string path, string? id, [NotNullWhen(true)] out Bot? bot, out string name, out ImmutableArray<Diagnostic> diagnostics)
    {
        BotSources? sources = TryRead(path, id, out diagnostics);
        name = sources?.Id ?? id ?? path;
        bot = null;
        return sources is not null && Bot.TryBuild(sources, out bot, out diagnostics);
    }

    /// <summary>The files of a bot; null when they cannot be read, which is reported.</summary>
    public static BotSources? TryRead(string path, string? id, out ImmutableArray<Diagnostic> diagnostics)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        diagnostics = [];
        try
        {
            return BotReader.Read(path, id);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            DiagnosticDescriptor descriptor = Descriptors.NoScript;
            diagnostics = [new Diagnostic(descriptor.Code, descriptor.Severity, path, 1, 1, exception.Message.TrimEnd('.'), null, "", 1)];
            return null;
        }
    }
}
