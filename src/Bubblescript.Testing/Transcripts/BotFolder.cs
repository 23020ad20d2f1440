using System.Collections.Immutable;

namespace Bubblescript.Testing.Transcripts;

/// <summary>The bots in the folder of a transcript that has no script blocks.</summary>
internal static class BotFolder
{
    /// <summary>The folder itself when it holds scripts; else each folder in it that does, <c>main</c> first, then in alphabetical order.</summary>
    public static ImmutableArray<CaseBot> Find(string folder)
    {
        if (HoldsScripts(folder))
        {
            return [new CaseBot(Id: null, [], folder)];
        }

        return
        [
            .. Directory.EnumerateDirectories(folder)
                .Where(HoldsScripts)
                .Select(static path => new CaseBot(Path.GetFileName(path), [], path))
                .OrderBy(static bot => bot.Id is "main" ? 0 : 1)
                .ThenBy(static bot => bot.Id, StringComparer.Ordinal),
        ];
    }

    private static bool HoldsScripts(string folder) =>
        Directory.EnumerateFiles(folder).Any(static path => Path.GetExtension(path) is ".bubble" or ".bubblescript");
}
