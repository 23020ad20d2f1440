using System.Collections.Immutable;
using System.Globalization;
using Bubblescript.Binding;

namespace Bubblescript.Tests.Binding;

/// <summary>A case of a Markdown transcript: its bots and the diagnostics it expects.</summary>
internal sealed record TranscriptCase(string Name, ImmutableArray<BotSources> Bots, string? Diagnostics)
{
    public static readonly string Root = FindRoot();

    /// <summary>The cases of a file; a case uses the blocks of its own heading and of those that enclose it.</summary>
    public static IEnumerable<TranscriptCase> Read(string path)
    {
        List<(int Level, string Name, List<(string Info, string Text)> Blocks)> sections = [];
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                string info = lines[i][3..].Trim();
                int end = Array.IndexOf(lines, "```", i + 1);
                string text = string.Join('\n', lines[(i + 1)..end]);
                i = end;
                sections[^1].Blocks.Add((info, text));
                if (info is "chat" or "diagnostics")
                {
                    yield return Make(sections[^1].Name, [.. sections.SelectMany(static section => section.Blocks)], info == "diagnostics" ? text : null);
                }
            }
            else if (lines[i].StartsWith('#'))
            {
                int level = lines[i].TakeWhile(static character => character == '#').Count();
                sections.RemoveAll(section => section.Level >= level);
                sections.Add((level, lines[i].TrimStart('#').Trim(), []));
            }
        }
    }

    private static TranscriptCase Make(string name, List<(string Info, string Text)> blocks, string? diagnostics)
    {
        Dictionary<string, List<BotFile>> bots = new(StringComparer.Ordinal) { ["main"] = [] };
        foreach ((string info, string text) in blocks)
        {
            string[] words = info.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string bot = words.FirstOrDefault(static word => word.StartsWith("bot=", StringComparison.Ordinal))?[4..] ?? "main";
            bots.TryAdd(bot, []);
            List<BotFile> files = bots[bot];
            if (words is ["bubblescript", ..])
            {
                int main = files.Count(static file => file.Path.StartsWith("main", StringComparison.Ordinal));
                string file = words.Contains("master") ? "master" : words.Contains("group") ? "group" : main == 0 ? "main" : string.Create(CultureInfo.InvariantCulture, $"main{main + 1}");
                files.Add(new BotFile($"{file}.bubble", text));
            }
            else if (words is ["yaml" or "json" or "csv", var path, ..])
            {
                files.Add(new BotFile(path, text));
            }
        }

        return new TranscriptCase(name, [.. bots.Select(bot => new BotSources(bot.Key, [.. bot.Value]))], diagnostics);
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bubblescript.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
