using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Diagnostics;

namespace Bubblescript.Tests.Binding;

/// <summary>Binds scripts and shows their diagnostics as short lines.</summary>
internal static class DiagnosticText
{
    /// <summary>The diagnostics of a main script, each as <c>error 3:10 BS0101 message; hint</c>.</summary>
    public static ImmutableArray<string> Of(string script) => Of(new BotSources("main", [new BotFile("main.bubble", script)]));

    public static ImmutableArray<string> Of(BotSources sources)
    {
        Bot.TryBuild(sources, out _, out ImmutableArray<Diagnostic> diagnostics);
        return [.. diagnostics.Select(Show)];
    }

    public static ImmutableArray<string> OfFiles(params ReadOnlySpan<(string Path, string Text)> files)
    {
        List<BotFile> list = [];
        foreach ((string path, string text) in files)
        {
            list.Add(new BotFile(path, text));
        }

        return Of(new BotSources("main", [.. list]));
    }

    public static string Show(Diagnostic diagnostic)
    {
        string file = diagnostic.File == "main.bubble" ? "" : $"{diagnostic.File} ";
        return FormattableString.Invariant($"{file}{diagnostic.SeverityName} {diagnostic.Line}:{diagnostic.Column} {diagnostic.Code} {diagnostic.FullMessage}");
    }

    /// <summary>Whether a line of a <c>diagnostics</c> block describes a diagnostic.</summary>
    public static bool Matches(string line, Diagnostic diagnostic)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string place = FormattableString.Invariant($"{diagnostic.Line}:{diagnostic.Column}");
        if (words[0] != diagnostic.SeverityName || words[1] != place)
        {
            return false;
        }

        int position = 0;
        foreach (string word in words[2..].Where(static word => word != "…"))
        {
            int found = diagnostic.FullMessage.IndexOf(word, position, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            position = found + word.Length;
        }

        return true;
    }
}
