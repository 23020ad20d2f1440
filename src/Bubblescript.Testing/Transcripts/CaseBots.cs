using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Diagnostics;

namespace Bubblescript.Testing.Transcripts;

/// <summary>Builds the bots of a case.</summary>
internal static class CaseBots
{
    private const string MainId = "main";

    /// <summary>The bots that could be built, the default one first, and the diagnostics of all of them.</summary>
    public static (ImmutableArray<Bot> Bots, ImmutableArray<Diagnostic> Diagnostics) Build(TranscriptCase transcriptCase)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(transcriptCase.Path)) ?? "";
        ImmutableArray<CaseBot> sources = transcriptCase.Content.Bots;
        sources = sources.IsEmpty ? BotFolder.Find(folder) : sources;
        ImmutableArray<string> ids = [.. sources.Select(static source => source.Id ?? MainId)];
        ImmutableArray<Bot>.Builder bots = ImmutableArray.CreateBuilder<Bot>();
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (CaseBot source in sources)
        {
            Bot? bot = Build(source, folder, ids, out ImmutableArray<Diagnostic> found);
            diagnostics.AddRange(found);
            if (bot is not null)
            {
                bots.Add(bot);
            }
        }

        return bots.Count == sources.Length
            ? (bots.ToImmutable(), Bot.CheckWorkspace(bots))
            : (bots.ToImmutable(), diagnostics.ToImmutable());
    }

    private static Bot? Build(CaseBot source, string folder, ImmutableArray<string> ids, out ImmutableArray<Diagnostic> diagnostics)
    {
        Bot? bot;
        if (source.Folder is { } path)
        {
            _ = BotLoader.TryLoad(Path.Combine(folder, path), source.Id, out bot, out _, out diagnostics);
        }
        else
        {
            BotSources sources = new(source.Id ?? MainId, [.. source.Files.Select(static file => new BotFile(file.Path, file.Text))])
            {
                KnownBots = ids,
            };
            _ = Bot.TryBuild(sources, out bot, out diagnostics);
        }

        return bot;
    }
}
