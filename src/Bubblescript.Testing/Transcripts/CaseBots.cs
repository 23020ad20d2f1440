using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Binding.Checks;
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
        List<BotOutline> outlines = [];
        ImmutableArray<Diagnostic>.Builder unread = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (CaseBot source in sources)
        {
            if (Read(source, folder, ids, out ImmutableArray<Diagnostic> problems) is not { } files)
            {
                unread.AddRange(problems);
                continue;
            }

            Bot? bot = Bot.Build(files, out BotOutline outline);
            outlines.Add(outline);
            if (bot is not null)
            {
                bots.Add(bot);
            }
        }

        unread.AddRange(WorkspaceCheck.Run(outlines));
        return (bots.ToImmutable(), unread.ToImmutable());
    }

    private static BotSources? Read(CaseBot source, string folder, ImmutableArray<string> ids, out ImmutableArray<Diagnostic> diagnostics)
    {
        diagnostics = [];
        return source.Folder is { } path
            ? BotLoader.TryRead(Path.Combine(folder, path), source.Id, out diagnostics)
            : new BotSources(source.Id ?? MainId, [.. source.Files.Select(static file => new BotFile(file.Path, file.Text))]) { KnownBots = ids };
    }
}
