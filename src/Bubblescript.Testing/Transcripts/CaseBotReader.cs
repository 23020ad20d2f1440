using System.Collections.Immutable;
using System.Globalization;

namespace Bubblescript.Testing.Transcripts;

/// <summary>Collects the script and data blocks of a case into the bots of its workspace.</summary>
internal sealed class CaseBotReader
{
    private const string MainId = "main";

    private readonly List<(string Id, string? Folder, List<ScriptFile> Files)> _bots = [];
    private readonly Dictionary<string, int> _mainScripts = new(StringComparer.Ordinal);

    /// <summary>The bots, the unnamed one first; none when the case has no script block.</summary>
    public ImmutableArray<CaseBot> Bots => _bots.Exists(static bot => bot.Folder is not null || bot.Files.Exists(IsScript))
        ?
        [
            .. _bots
                .OrderBy(static bot => string.Equals(bot.Id, MainId, StringComparison.Ordinal) ? 0 : 1)
                .Select(static bot => new CaseBot(bot.Folder is null || !string.Equals(bot.Id, MainId, StringComparison.Ordinal) ? bot.Id : null, bot.Files, bot.Folder)),
        ]
        : [];

    public void Add(FencedBlock block, List<TranscriptLine> problems)
    {
        switch (block.Language)
        {
            case "bubblescript":
                AddScript(block, problems);
                break;
            case "yaml" or "yml" or "json" or "csv" when block.Words.Count > 0:
                AddFile(BotIdOf(block), block.Words[0], block, replaces: true);
                break;
        }
    }

    private static bool IsScript(ScriptFile file) => file.Path.EndsWith(".bubble", StringComparison.Ordinal);

    private static string BotIdOf(FencedBlock block) => ValueOf(block, "bot=") ?? MainId;

    private static string? ValueOf(FencedBlock block, string option) =>
        block.Words.FirstOrDefault(word => word.StartsWith(option, StringComparison.Ordinal))?[option.Length..];

    private void AddScript(FencedBlock block, List<TranscriptLine> problems)
    {
        foreach (string word in block.Words)
        {
            if (word is not ("master" or "group") && !word.StartsWith("bot=", StringComparison.Ordinal)
                && !word.StartsWith("from=", StringComparison.Ordinal) && !word.EndsWith(".bubble", StringComparison.Ordinal))
            {
                problems.Add(new TranscriptLine(
                    block.FirstLine - 1,
                    $"'{word}' says nothing about a script; use master, group, bot=id, from=folder or a file name that ends in .bubble"));
            }
        }

        string id = BotIdOf(block);
        if (ValueOf(block, "from=") is { } folder)
        {
            _bots.RemoveAll(bot => string.Equals(bot.Id, id, StringComparison.Ordinal));
            _bots.Add((id, folder, []));
            return;
        }

        string? path = block.Words.FirstOrDefault(static word => word.EndsWith(".bubble", StringComparison.Ordinal));
        if (path is not null)
        {
            AddFile(id, path, block, replaces: true);
        }
        else if (block.Words.FirstOrDefault(static word => word is "master" or "group") is { } kind)
        {
            AddFile(id, kind + ".bubble", block, replaces: false);
        }
        else
        {
            int number = _mainScripts[id] = _mainScripts.GetValueOrDefault(id) + 1;
            AddFile(id, number == 1 ? "main.bubble" : string.Create(CultureInfo.InvariantCulture, $"main{number}.bubble"), block, replaces: true);
        }
    }

    /// <summary>Adds a file; one of the same path is replaced, or, for coordinator scripts, continued.</summary>
    private void AddFile(string id, string path, FencedBlock block, bool replaces)
    {
        int index = _bots.FindIndex(bot => string.Equals(bot.Id, id, StringComparison.Ordinal));
        if (index < 0)
        {
            index = _bots.Count;
            _bots.Add((id, null, []));
        }

        List<ScriptFile> files = _bots[index].Files;
        int position = files.FindIndex(file => string.Equals(file.Path, path, StringComparison.Ordinal));
        if (position < 0)
        {
            files.Add(new ScriptFile(path, block.Text, block.FirstLine));
        }
        else
        {
            files[position] = replaces
                ? new ScriptFile(path, block.Text, block.FirstLine)
                : files[position] with { Text = files[position].Text + block.Text };
        }
    }
}
